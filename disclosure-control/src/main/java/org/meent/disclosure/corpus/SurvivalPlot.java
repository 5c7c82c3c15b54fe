// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
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
  private static final String REGION = "region";

  @Override
  public String name() {
    return "survival: steps of few";
  }

  @Override
  public Case draw(RandomStream random, RuleSet rules) {
    boolean careless = random.nextInt(2) == 0;
    int groups = 1 + random.nextInt(2);
    int count = 3 + random.nextInt(7);
    List<SurvivalTable.Curve> curves = new ArrayList<>();
    long all = 0;
    for (int g = 0; g < groups; g++) {
      SortedMap<String, String> group =
          groups == 1 ? Estimate.everybody() : Estimate.group(REGION, "r" + (g + 1));
      List<SurvivalStep> steps = steps(random, count, careless);
      curves.add(new SurvivalTable.Curve(group, steps));
      all += steps.getFirst().atRisk();
    }
    SurvivalTable table =
        new SurvivalTable(
            OUTPUT, OUTPUT, new Population("all", "all", all), "job", "a job", "months", curves);
    return new Case(List.of(table), printed -> leaks(printed, curves, Case.minimum(rules)));
  }

  private static List<SurvivalStep> steps(RandomStream random, int count, boolean careless) {
    List<SurvivalStep> steps = new ArrayList<>();
    long atRisk = (careless ? 200 : 320) + random.nextInt(200);
    for (int i = 0; i < count; i++) {
      long events = careless ? random.nextInt(12) : 12 + random.nextInt(12);
      long censored = careless ? random.nextInt(6) : 11 + random.nextInt(6);
      if (events + censored > atRisk) {
        events = 0;
        censored = 0;
      }
      steps.add(new SurvivalStep(6.0 * (i + 1), atRisk, events, censored));
      atRisk -= events + censored;
    }
    return steps;
  }

  private static boolean leaks(Printed printed, List<SurvivalTable.Curve> curves, long minimum) {
    return curves.stream()
        .anyMatch(
            curve ->
                leaks(
                    printed,
                    curve.group().isEmpty()
                        ? Dimension.TOTAL
                        : REGION + "=" + curve.group().get(REGION),
                    curve.steps(),
                    minimum));
  }

  /** Events {@code d = n (1 - S / S before)}, and who left otherwise by subtraction. */
  private static boolean leaks(
      Printed printed, String group, List<SurvivalStep> steps, long minimum) {
    double before = 1;
    for (int i = 0; i < steps.size(); i++) {
      OptionalDouble atRisk = printed.at(place(group, steps.get(i), "at_risk"));
      OptionalDouble survival = printed.at(place(group, steps.get(i), "survival"));
      if (atRisk.isEmpty() || survival.isEmpty()) {
        return false;
      }
      double events = Math.rint(atRisk.getAsDouble() * (1 - survival.getAsDouble() / before));
      boolean right = events == steps.get(i).events();
      OptionalDouble next =
          i + 1 < steps.size()
              ? printed.at(place(group, steps.get(i + 1), "at_risk"))
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

  private static Printed.Place place(String group, SurvivalStep step, String heading) {
    return new Printed.Place(OUTPUT, List.of(group, String.valueOf((long) step.time())), heading);
  }
}
