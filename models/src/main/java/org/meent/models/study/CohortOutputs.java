// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.study;

import java.util.ArrayList;
import java.util.List;
import org.meent.disclosure.output.Dimension;
import org.meent.disclosure.output.Estimate;
import org.meent.disclosure.output.EstimateTable;
import org.meent.disclosure.output.Evidence;
import org.meent.disclosure.output.FitEvidence;
import org.meent.disclosure.output.FrequencyTable;
import org.meent.disclosure.output.Population;
import org.meent.linkage.cohort.Cohort;
import org.meent.linkage.cohort.KeptAndLost;
import org.meent.linkage.cohort.Switching;
import org.meent.models.effect.Interval;
import org.meent.protocols.CohortPlan;
import org.meent.protocols.literature.Reference;

/** Outputs about the making of a cohort: who did something else, and who got lost. */
final class CohortOutputs {
  private static final String KEPT = "in the cohort";
  private static final String LOST = "lost after being eligible";

  private CohortOutputs() {}

  /**
   * Arm by month. Who is in several arms, in several trials or as clones, counts in each.
   *
   * @param within id of the population that the cohort was taken from
   */
  static FrequencyTable switching(String id, Cohort cohort, String within) {
    Switching switching = cohort.switching();
    List<String> arms = List.copyOf(switching.arms().sequencedKeySet());
    List<Integer> months = switching.observed();
    List<List<Long>> counts = new ArrayList<>();
    long total = 0;
    for (String arm : arms) {
      List<Long> row = months.stream().map(month -> switching.persons(arm, month)).toList();
      counts.add(row);
      total += row.stream().mapToLong(Long::longValue).sum();
    }
    return new FrequencyTable(
        id,
        "Persons in each arm by the month in which they first did something else",
        new Population(within + "/" + id, "persons in arms, once in each", total),
        "persons",
        new Dimension(EstimateTable.ARM, EstimateTable.ARM, arms),
        new Dimension(
            "month",
            "month from the index date",
            months.stream().map(CohortOutputs::month).toList()),
        new Evidence.Counts(counts, Evidence.Zeros.SAFE));
  }

  private static String month(int month) {
    return month == Switching.KEPT ? "kept to the arm" : "%02d".formatted(month);
  }

  /**
   * Standardised differences between those in the cohort and those lost, each with its interval.
   */
  static EstimateTable keptAndLost(String id, Cohort cohort, CohortPlan plan, String within) {
    KeptAndLost people = cohort.keptAndLost();
    return new EstimateTable(
        id,
        "How persons in the cohort differ from those who were eligible and got lost",
        new Population(
            within + "/" + id, "persons who were eligible", people.kept() + people.lost()),
        "covariate, in standard deviations",
        "in or out",
        people.rows().stream().map(row -> estimate(people, row, plan)).toList());
  }

  /** The standard error is {@code sqrt(1/n1 + 1/n0 + d² / (2 (n1 + n0)))}. */
  @Reference(
      authors = "L. V. Hedges, I. Olkin (1985)",
      title = "Statistical Methods for Meta-Analysis",
      source = "Academic Press, chapter 5",
      url = "https://doi.org/10.1016/C2009-0-03396-0")
  private static Estimate estimate(KeptAndLost people, KeptAndLost.Row row, CohortPlan plan) {
    double all = (double) people.kept() + people.lost();
    double d = row.difference();
    Estimate.Result result = new Estimate.Refused("one side is empty");
    if (people.kept() > 1 && people.lost() > 1) {
      double se = StrictMath.sqrt(1.0 / people.kept() + 1.0 / people.lost() + d * d / (2 * all));
      Interval interval = Interval.of(d, se, all - 2);
      result = new Estimate.Estimated(d, se, interval.lower(), interval.upper());
    }
    String label = plan.derived(row.covariate()).label();
    return new Estimate(
        "standardised-difference",
        row.category().isEmpty() ? label : label + " = " + row.category(),
        KEPT,
        LOST,
        Estimate.everybody(),
        result,
        FitEvidence.ofDifferenceInMeans(people.kept(), people.lost(), ""));
  }
}
