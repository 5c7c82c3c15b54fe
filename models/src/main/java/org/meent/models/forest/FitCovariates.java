// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.forest;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Columns of what was known of a row before its treatment.
 *
 * @param named the covariates; none named = all other columns of numbers or of few words
 * @param groups columns whose groups get an effect each; they are covariates too
 * @param categories columns of covariates whose numbers are codes and have no order
 */
public record FitCovariates(List<String> named, List<String> groups, List<String> categories) {

  /** Copies the lists. */
  public FitCovariates {
    named = List.copyOf(named);
    groups = List.copyOf(groups);
    categories = List.copyOf(categories);
  }

  /** Every column that can be one. */
  static FitCovariates all() {
    return new FitCovariates(List.of(), List.of(), List.of());
  }

  FitCovariates withNamed(List<String> names) {
    return new FitCovariates(names, groups, categories);
  }

  FitCovariates withGroups(List<String> names) {
    return new FitCovariates(named, names, categories);
  }

  FitCovariates withCategories(List<String> names) {
    return new FitCovariates(named, groups, names);
  }

  /** The columns whose cells are labels. */
  Set<String> labels() {
    Set<String> labels = new HashSet<>(groups);
    labels.addAll(categories);
    return labels;
  }
}
