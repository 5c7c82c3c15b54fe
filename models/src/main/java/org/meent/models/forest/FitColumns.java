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
 * @param outcome column of the outcome
 * @param negativeControl column of an outcome that the treatment cannot have changed, or empty
 * @param arms how the treatment is read
 * @param units columns that say who a row is of and how it counts
 * @param covariates columns of what was known before
 * @param context columns that say when and where a row was
 */
public record FitColumns(
    Path data,
    String treatment,
    String outcome,
    Optional<String> negativeControl,
    FitArms arms,
    FitUnits units,
    FitCovariates covariates,
    FitContext context) {

  /** Treatment and outcome; nothing else is named. */
  public static FitColumns of(Path data, String treatment, String outcome) {
    return new FitColumns(
        data,
        treatment,
        outcome,
        Optional.empty(),
        FitArms.usual(),
        FitUnits.ofRows(),
        FitCovariates.all(),
        FitContext.none());
  }

  /** The same with an amount as treatment. */
  public FitColumns withContinuous(boolean amount) {
    return with(new FitArms(amount, arms.reference()));
  }

  /** The same with another reference arm. */
  public FitColumns withReference(String label) {
    return with(new FitArms(arms.continuous(), Optional.of(label)));
  }

  /** The same with ids. */
  public FitColumns withId(String name) {
    return with(units.withId(name));
  }

  /** The same with one clustering, or two that cross. */
  public FitColumns withClusters(List<String> names) {
    return with(units.withClusters(names));
  }

  /** The same with weights. */
  public FitColumns withWeights(String name) {
    return with(units.withWeights(name));
  }

  /** The same with named covariates. */
  public FitColumns withCovariates(List<String> names) {
    return with(covariates.withNamed(names));
  }

  /** The same with groups. */
  public FitColumns withGroups(List<String> names) {
    return with(covariates.withGroups(names));
  }

  /** The same with covariates that are codes. */
  public FitColumns withCategories(List<String> names) {
    return with(covariates.withCategories(names));
  }

  /** The same with a negative control outcome. */
  public FitColumns withNegativeControl(String name) {
    Optional<String> control = Optional.of(name);
    return new FitColumns(data, treatment, outcome, control, arms, units, covariates, context);
  }

  /** The same with columns that say when and where. */
  public FitColumns withContext(FitContext other) {
    return new FitColumns(
        data, treatment, outcome, negativeControl, arms, units, covariates, other);
  }

  private FitColumns with(FitArms other) {
    return new FitColumns(
        data, treatment, outcome, negativeControl, other, units, covariates, context);
  }

  private FitColumns with(FitUnits other) {
    return new FitColumns(
        data, treatment, outcome, negativeControl, arms, other, covariates, context);
  }

  private FitColumns with(FitCovariates other) {
    return new FitColumns(data, treatment, outcome, negativeControl, arms, units, other, context);
  }

  /** The columns whose cells are labels, not numbers. */
  Set<String> textColumns() {
    Set<String> text = new HashSet<>(Set.of(treatment));
    text.addAll(units.labels());
    text.addAll(covariates.labels());
    text.addAll(context.columns());
    return text;
  }
}
