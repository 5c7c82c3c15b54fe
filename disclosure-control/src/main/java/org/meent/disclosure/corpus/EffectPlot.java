// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.meent.disclosure.output.Dimension;
import org.meent.disclosure.output.Estimate;
import org.meent.disclosure.output.EstimateTable;
import org.meent.disclosure.output.FitEvidence;
import org.meent.disclosure.rule.RuleSet;
import org.meent.protocols.run.RandomStream;

/** Effects by group with numbers of treated and controls; a group may be small, or not be shown. */
final class EffectPlot implements Plot {
  private static final String OUTPUT = "o1";

  @Override
  public String name() {
    return "estimates: small and omitted groups";
  }

  @Override
  public Case draw(RandomStream random, RuleSet rules) {
    double few = random.nextInt(2) * (0.1 + 0.2 * random.nextDouble());
    Dimension region = Crowd.variable("region", 2 + random.nextInt(3));
    Dimension arm = new Dimension(EstimateTable.ARM, EstimateTable.ARM, List.of("work", "none"));
    Crowd crowd = Crowd.drawn(random, region, arm, few);
    int omitted = random.nextInt(2) == 0 ? -1 : random.nextInt(region.categories().size());
    List<Estimate> rows = new ArrayList<>();
    CountAttack attack = new CountAttack(crowd, Case.minimum(rules));
    for (int i = region.categories().size(); i >= 0; i--) {
      if (i == omitted) {
        continue;
      }
      int at = i;
      SortedMap<String, String> group =
          i == region.categories().size()
              ? Estimate.everybody()
              : Estimate.group("region", region.categories().get(i));
      rows.add(estimate(random, crowd, region, i, group));
      String subject = group.isEmpty() ? Dimension.TOTAL : "region=" + region.categories().get(i);
      List<String> row = List.of("model", "ate", "work", "none", subject, "");
      attack.reads(
          new Printed.Place(OUTPUT, row, "treated"),
          person -> Tables.in(region, at, person.codes().getFirst()) && person.codes().get(1) == 0);
      attack.reads(
          new Printed.Place(OUTPUT, row, "controls"),
          person -> Tables.in(region, at, person.codes().getFirst()) && person.codes().get(1) == 1);
    }
    EstimateTable table =
        new EstimateTable(OUTPUT, OUTPUT, crowd.all(), "income", EstimateTable.ARM, rows);
    return new Case(List.of(table), attack);
  }

  private static Estimate estimate(
      RandomStream random, Crowd crowd, Dimension region, int i, SortedMap<String, String> group) {
    long treated = people(crowd, region, i, 0);
    long controls = people(crowd, region, i, 1);
    double value = 100 * random.nextGaussian();
    return new Estimate(
        "model",
        "ate",
        "work",
        "none",
        group,
        new Estimate.Estimated(value, 40, value - 80, value + 80),
        FitEvidence.ofModel(
            treated, controls, treated + controls - 4, 4, Math.min(treated, controls)));
  }

  private static long people(Crowd crowd, Dimension region, int i, int arm) {
    return crowd.count(
        person -> Tables.in(region, i, person.codes().getFirst()) && person.codes().get(1) == arm);
  }
}
