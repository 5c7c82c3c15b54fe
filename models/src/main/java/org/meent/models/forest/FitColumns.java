// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.forest;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the columns of a file are.
 *
 * @param data the file
 * @param treatment column of the arm; any labels
 * @param continuous whether the treatment is an amount whatever its values; otherwise numbers with
 *     more than twenty different values are one
 * @param outcome column of the outcome
 * @param id column that names each row, or empty
 * @param covariates columns of covariates; none named = all other columns of numbers or of few
 *     words
 * @param clusters columns that say which rows belong together: none, one, or two that cross
 * @param weights column of sample weights, or empty
 * @param reference label of the reference arm; empty = the first label in order
 * @param groups columns whose groups get an effect each; they are covariates too
 * @param categories columns of covariates whose numbers are codes and have no order
 * @param negativeControl column of an outcome that the treatment cannot have changed, or empty
 * @param context columns that say when and where a row was
 */
public record FitColumns(
    Path data,
    String treatment,
    boolean continuous,
    String outcome,
    Optional<String> id,
    List<String> covariates,
    List<String> clusters,
    Optional<String> weights,
    Optional<String> reference,
    List<String> groups,
    List<String> categories,
    Optional<String> negativeControl,
    FitContext context) {
  /** Copies the lists. */
  public FitColumns {
    covariates = List.copyOf(covariates);
    clusters = List.copyOf(clusters);
    groups = List.copyOf(groups);
    categories = List.copyOf(categories);
    if (clusters.size() > 2) {
      throw FitJob.refusal("models.fit.many-clusterings", clusters.size());
    }
  }

  /** Treatment and outcome; nothing else is named. */
  public static FitColumns of(Path data, String treatment, String outcome) {
    return new FitColumns(
        data,
        treatment,
        false,
        outcome,
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty(),
        FitContext.none());
  }

  /** The same with an amount as treatment. */
  public FitColumns withContinuous(boolean amount) {
    return new FitColumns(
        data,
        treatment,
        amount,
        outcome,
        id,
        covariates,
        clusters,
        weights,
        reference,
        groups,
        categories,
        negativeControl,
        context);
  }

  /** The same with ids. */
  public FitColumns withId(String name) {
    return new FitColumns(
        data,
        treatment,
        continuous,
        outcome,
        Optional.of(name),
        covariates,
        clusters,
        weights,
        reference,
        groups,
        categories,
        negativeControl,
        context);
  }

  /** The same with named covariates. */
  public FitColumns withCovariates(List<String> names) {
    return new FitColumns(
        data,
        treatment,
        continuous,
        outcome,
        id,
        names,
        clusters,
        weights,
        reference,
        groups,
        categories,
        negativeControl,
        context);
  }

  /** The same with one clustering, or two that cross. */
  public FitColumns withClusters(List<String> names) {
    return new FitColumns(
        data,
        treatment,
        continuous,
        outcome,
        id,
        covariates,
        names,
        weights,
        reference,
        groups,
        categories,
        negativeControl,
        context);
  }

  /** The same with weights. */
  public FitColumns withWeights(String name) {
    return new FitColumns(
        data,
        treatment,
        continuous,
        outcome,
        id,
        covariates,
        clusters,
        Optional.of(name),
        reference,
        groups,
        categories,
        negativeControl,
        context);
  }

  /** The same with another reference arm. */
  public FitColumns withReference(String label) {
    return new FitColumns(
        data,
        treatment,
        continuous,
        outcome,
        id,
        covariates,
        clusters,
        weights,
        Optional.of(label),
        groups,
        categories,
        negativeControl,
        context);
  }

  /** The same with groups. */
  public FitColumns withGroups(List<String> names) {
    return new FitColumns(
        data,
        treatment,
        continuous,
        outcome,
        id,
        covariates,
        clusters,
        weights,
        reference,
        names,
        categories,
        negativeControl,
        context);
  }

  /** The same with covariates that are codes. */
  public FitColumns withCategories(List<String> names) {
    return new FitColumns(
        data,
        treatment,
        continuous,
        outcome,
        id,
        covariates,
        clusters,
        weights,
        reference,
        groups,
        names,
        negativeControl,
        context);
  }

  /** The same with a negative control outcome. */
  public FitColumns withNegativeControl(String name) {
    return new FitColumns(
        data,
        treatment,
        continuous,
        outcome,
        id,
        covariates,
        clusters,
        weights,
        reference,
        groups,
        categories,
        Optional.of(name),
        context);
  }

  /** The same with columns that say when and where. */
  public FitColumns withContext(FitContext other) {
    return new FitColumns(
        data,
        treatment,
        continuous,
        outcome,
        id,
        covariates,
        clusters,
        weights,
        reference,
        groups,
        categories,
        negativeControl,
        other);
  }

  Set<String> textColumns() {
    Set<String> text = new HashSet<>(Set.of(treatment));
    id.ifPresent(text::add);
    text.addAll(clusters);
    text.addAll(groups);
    text.addAll(categories);
    text.addAll(context.columns());
    return text;
  }
}
