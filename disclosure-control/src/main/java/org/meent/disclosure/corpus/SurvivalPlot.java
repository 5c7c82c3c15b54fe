// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.meent.disclosure.output.Dimension;
import org.meent.disclosure.output.Estimate;
import org.meent.disclosure.output.Population;
import org.meent.disclosure.output.SurvivalStep;
import org.meent.disclosure.output.SurvivalTable;
import org.meent.disclosure.rule.RuleSet;
import org.meent.protocols.run.RandomStream;

/** A Kaplan-Meier curve with its numbers at risk: steps of few, or of many. */
final class SurvivalPlot implements Plot {
  private static final String OUTPUT = "o1";

  @Override
  public String name() {
    return "survival: steps of few";
  }

  @Override
  public Case draw(RandomStream random, RuleSet rules) {
    boolean careless = random.nextInt(2) == 0;
    int count = 2 + random.nextInt(4);
    List<SurvivalStep> steps = new ArrayList<>();
    long atRisk = 200 + random.nextInt(200);
    long all = atRisk;
    for (int i = 0; i < count; i++) {
      long events = careless ? random.nextInt(12) : 12 + random.nextInt(12);
      long censored = careless ? random.nextInt(6) : 11 + random.nextInt(6);
      steps.add(new SurvivalStep(6.0 * (i + 1), atRisk, events, censored));
      atRisk -= events + censored;
    }
    SurvivalTable table =
        new SurvivalTable(
            OUTPUT,
            OUTPUT,
            new Population("all", "all", all),
            "job",
            "a job",
            "months",
            List.of(new SurvivalTable.Curve(Estimate.everybody(), steps)));
    return new Case(List.of(table), printed -> leaks(printed, steps, Case.minimum(rules)));
  }

  /** Events {@code d = n (1 - S / S before)}, and who left otherwise by subtraction. */
  private static boolean leaks(Printed printed, List<SurvivalStep> steps, long minimum) {
    double before = 1;
    for (int i = 0; i < steps.size(); i++) {
      OptionalDouble atRisk = printed.at(place(steps.get(i), "at_risk"));
      OptionalDouble survival = printed.at(place(steps.get(i), "survival"));
      if (atRisk.isEmpty() || survival.isEmpty()) {
        return false;
      }
      double events = Math.rint(atRisk.getAsDouble() * (1 - survival.getAsDouble() / before));
      boolean right = events == steps.get(i).events();
      OptionalDouble next =
          i + 1 < steps.size()
              ? printed.at(place(steps.get(i + 1), "at_risk"))
              : OptionalDouble.empty();
      double left = next.isPresent() ? atRisk.getAsDouble() - next.getAsDouble() : 0;
      if (few(left, minimum) || (right && (few(events, minimum) || few(left - events, minimum)))) {
        return true;
      }
      before = survival.getAsDouble();
    }
    return false;
  }

  private static boolean few(double people, long minimum) {
    return people > 0 && people < minimum;
  }

  private static Printed.Place place(SurvivalStep step, String heading) {
    return new Printed.Place(
        OUTPUT, List.of(Dimension.TOTAL, String.valueOf((long) step.time())), heading);
  }
}
