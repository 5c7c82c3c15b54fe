// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

import java.util.List;

/**
 * The estimated model, in numbers that name no person.
 *
 * @param recordsLeft records in the left file
 * @param recordsRight records in the right file, 0 if one file was linked with itself
 * @param fields per field the comparison levels
 * @param rules the blocking rules
 * @param comparedPairs pairs compared, each once
 * @param priorProbability probability that two random records are of one person
 * @param movedShare share of the matches whose whole address changed
 * @param emRounds rounds of the EM algorithm
 * @param converged whether EM converged; if not, nothing that follows is to be trusted
 * @param shared agreements of different persons that come along with another agreement
 */
public record LinkageModel(
    long recordsLeft,
    long recordsRight,
    List<Field> fields,
    List<Rule> rules,
    long comparedPairs,
    double priorProbability,
    double movedShare,
    int emRounds,
    boolean converged,
    List<Shared> shared) {

  /**
   * A field.
   *
   * @param name its column
   * @param kind its kind
   * @param impossibleDates values that are no day of the calendar
   * @param levels its levels, the missing one left out
   */
  public record Field(String name, String kind, long impossibleDates, List<Level> levels) {}

  /**
   * A comparison level.
   *
   * @param name its name
   * @param m its share among matches
   * @param u its share among all pairs of records, exact
   * @param weight log2 of m/u, before term frequencies
   */
  public record Level(String name, double m, double u, double weight) {}

  /**
   * A blocking rule.
   *
   * @param keys what records must agree on
   * @param pairs pairs it proposes
   * @param refusedBlocks blocks that were too large
   * @param refusedPairs pairs in those blocks
   */
  public record Rule(String keys, long pairs, long refusedBlocks, double refusedPairs) {}

  /**
   * A dependence among different persons.
   *
   * @param field the field that agrees
   * @param with the field it agrees along with
   * @param share the share h in P(field agrees | with agrees) = h + (1-h) u
   */
  public record Shared(String field, String with, double share) {}
}
