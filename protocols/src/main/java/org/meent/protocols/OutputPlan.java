// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols;

/** An output that may be asked out. What is not declared cannot be requested. */
public sealed interface OutputPlan {

  /** The flow of records, from every source to the cohort. */
  record Flow() implements OutputPlan {}

  /**
   * Where the persons of the base source ended, by a subgroup: in the cohort, or lost, and why.
   *
   * @param subgroup a subgroup that the linkage names
   */
  record FlowByGroup(String subgroup) implements OutputPlan {}

  /** Who did something else than the arm says, by arm and month from the index date. */
  record Switching() implements OutputPlan {}

  /** How persons in the cohort differ from those who were eligible and got lost, by covariate. */
  record KeptAndLost() implements OutputPlan {}

  /**
   * Counts of persons by two covariates of type code, or by one and the arm.
   *
   * @param rows covariate, or {@code arm}
   * @param columns covariate, or {@code arm}
   * @param unit what is counted
   */
  record FrequencyTable(String rows, String columns, String unit) implements OutputPlan {}

  /**
   * Sums and means of a measure in each cell.
   *
   * @param rows covariate, or {@code arm}
   * @param columns covariate, or {@code arm}
   * @param measure outcome or covariate that is summed
   */
  record MagnitudeTable(String rows, String columns, String measure) implements OutputPlan {}

  /**
   * The estimates of a planned effect.
   *
   * @param effect name in the analysis plan
   */
  record Estimates(String effect) implements OutputPlan {}

  /**
   * Curves of how people leave, with what stands behind each step.
   *
   * @param exits name in the analysis plan
   */
  record ExitCurves(String exits) implements OutputPlan {}

  /**
   * Persons of the base source with and without a row of a joined source, by a subgroup.
   *
   * @param source a joined source
   * @param subgroup a subgroup that the linkage names
   */
  record LinkageByGroup(String source, String subgroup) implements OutputPlan {}

  /**
   * What a linkage by probability knows of its own error, overall and by subgroup.
   *
   * @param source a source joined by probability
   */
  record LinkageError(String source) implements OutputPlan {}

  /**
   * The ends of a planned rule: whom it speaks of, and how many persons are there.
   *
   * @param policy name in the analysis plan
   */
  record PolicyTree(String policy) implements OutputPlan {}

  /**
   * What a planned rule would gain, over today, each arm for everybody and what people wanted, and
   * by protected group.
   *
   * @param policy name in the analysis plan
   */
  record PolicyValue(String policy) implements OutputPlan {}

  /**
   * A planned effect split into the part through a mechanism and the rest.
   *
   * @param mechanism name in the analysis plan
   */
  record Mechanism(String mechanism) implements OutputPlan {}

  /**
   * The model card: in plain words what was found, drawn only from the other outputs as they leave,
   * and what it may be used for.
   */
  record ModelCard() implements OutputPlan {}
}
