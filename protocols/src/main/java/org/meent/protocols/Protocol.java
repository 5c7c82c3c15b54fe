// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * A study protocol as read: the five obligatory parts (relevance, sources, feasibility, analysis,
 * client view) and what binds a run. It carries no file positions and no comments: what it means is
 * what the digest covers.
 *
 * @param identity name, version, title and lay summary
 * @param purpose what the study is for, from the closed list
 * @param relevance why science and municipality want it
 * @param sources the sources by name, in the order written
 * @param feasibility cost, keys and alternatives
 * @param linkage how sources are joined
 * @param cohort whom the study is about and what is known of them
 * @param analysis the planned analyses
 * @param outputs everything that may be asked out, by name, in the order written
 * @param rules name of the disclosure-control rule set
 * @param clientView what clients said and how it was answered
 * @param people who holds which role
 * @param retention until when derived files may be kept
 */
public record Protocol(
    Identity identity,
    Purpose purpose,
    Relevance relevance,
    SequencedMap<String, SourcePlan> sources,
    Feasibility feasibility,
    LinkagePlan linkage,
    CohortPlan cohort,
    AnalysisPlan analysis,
    SequencedMap<String, OutputPlan> outputs,
    String rules,
    ClientView clientView,
    People people,
    Retention retention) {
  private static final int YEARS_OF_USE = 3;

  /** Copies the maps, keeping their order. */
  public Protocol {
    sources = Ordered.copy(sources);
    outputs = Ordered.copy(outputs);
  }

  /**
   * Everything that is asked out: the declared outputs in their order, and beside the estimates of
   * an effect those of each possible harm that is measured.
   */
  public SequencedMap<String, OutputPlan> requested() {
    SequencedMap<String, OutputPlan> all = new LinkedHashMap<>();
    outputs.forEach(
        (name, plan) -> {
          all.put(name, plan);
          all.putAll(beside(name, plan, analysis));
        });
    return Ordered.copy(all);
  }

  /** The last day on which figures of the study may be used: some years after the last outcome. */
  public LocalDate usableUntil() {
    return cohort.design().index().latest().plusMonths(cohort.followUp()).plusYears(YEARS_OF_USE);
  }

  /** What leaves beside an output, named after it. */
  static SequencedMap<String, OutputPlan> beside(
      String name, OutputPlan plan, AnalysisPlan analysis) {
    SequencedMap<String, OutputPlan> beside = new LinkedHashMap<>();
    if (plan instanceof OutputPlan.Estimates(String effect)
        && analysis.effects().containsKey(effect)) {
      analysis
          .harms(effect)
          .forEach(
              (harm, estimated) ->
                  beside.put(name + "-" + estimated.outcome(), new OutputPlan.Estimates(harm)));
    }
    return beside;
  }

  /**
   * Who the protocol is.
   *
   * @param id stable name, lower case with hyphens
   * @param version from 1, raised by each amendment
   * @param title one line
   * @param laySummary the study in plain Dutch
   */
  public record Identity(String id, int version, String title, String laySummary) {}

  /**
   * Why the study is done.
   *
   * @param scientific what is learnt
   * @param municipal what a municipality can do with it
   */
  public record Relevance(String scientific, String municipal) {}

  /**
   * Whether the study can and should be done.
   *
   * @param cost in money and effort
   * @param linkageKeys which keys join the sources and how good they are
   * @param alternativesWithoutData what could be done without these data
   */
  public record Feasibility(String cost, String linkageKeys, String alternativesWithoutData) {}

  /**
   * Retention of what the study derives.
   *
   * @param derivedDataUntil last day on which derived files may exist
   */
  public record Retention(LocalDate derivedDataUntil) {}
}
