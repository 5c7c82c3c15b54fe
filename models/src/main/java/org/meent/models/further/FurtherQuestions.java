// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.further;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.meent.models.measurement.Reliability;

/**
 * What is asked of a fit beyond its averages.
 *
 * @param exits columns of the time and the kind of exit
 * @param policy what a rule may ask, and what limits it
 * @param protectedColumns attributes that serve testing and are never asked by a rule
 * @param reliabilities covariates that were measured with error
 * @param errors what else may be wrong in what was recorded
 * @param otherLearners whether other ways to effects per row stand beside the forest
 */
public record FurtherQuestions(
    Optional<ExitColumns> exits,
    Optional<PolicyQuestion> policy,
    List<String> protectedColumns,
    List<Reliability> reliabilities,
    RecordErrors errors,
    boolean otherLearners) {

  /** Copies the lists. */
  public FurtherQuestions {
    protectedColumns = List.copyOf(protectedColumns);
    reliabilities = List.copyOf(reliabilities);
  }

  /** Questions in which records are right. */
  public FurtherQuestions(
      Optional<ExitColumns> exits,
      Optional<PolicyQuestion> policy,
      List<String> protectedColumns,
      List<Reliability> reliabilities) {
    this(exits, policy, protectedColumns, reliabilities, RecordErrors.NONE, false);
  }

  /** The same with other ways to effects per row beside the forest. */
  public FurtherQuestions withOtherLearners(boolean asked) {
    return new FurtherQuestions(exits, policy, protectedColumns, reliabilities, errors, asked);
  }

  /**
   * What may be wrong in what was recorded, at rates that nobody knows.
   *
   * @param unknown covariates measured with error whose reliability nobody knows
   * @param misclassified columns that may be recorded wrongly: the treatment, an outcome of 0 and
   *     1, covariates of two values
   * @param rater column of who scored or recorded a person
   */
  public record RecordErrors(
      List<String> unknown, List<String> misclassified, Optional<String> rater) {
    /** Nothing. */
    public static final RecordErrors NONE =
        new RecordErrors(List.of(), List.of(), Optional.empty());

    /** Copies the lists. */
    public RecordErrors {
      unknown = List.copyOf(unknown);
      misclassified = List.copyOf(misclassified);
    }
  }

  /** Whether anything is asked about errors of measurement. */
  boolean asksMeasurement() {
    return !reliabilities.isEmpty() || !errors.equals(RecordErrors.NONE);
  }

  /**
   * Columns of exits.
   *
   * @param month months from the start to the exit or to the end of observation, from 1
   * @param kind the kind of exit; empty = still there
   * @param horizon last month of the curves
   */
  public record ExitColumns(String month, String kind, int horizon) {}

  /** Whether anything is asked. */
  public boolean any() {
    return exits.isPresent()
        || policy.isPresent()
        || !protectedColumns.isEmpty()
        || asksMeasurement()
        || otherLearners;
  }

  /** Columns that are read as text and are no covariates. */
  Set<String> textColumns() {
    Set<String> text = new HashSet<>(protectedColumns);
    exits.ifPresent(columns -> text.add(columns.kind()));
    policy.flatMap(PolicyQuestion::preference).ifPresent(text::add);
    errors.rater().ifPresent(text::add);
    return text;
  }
}
