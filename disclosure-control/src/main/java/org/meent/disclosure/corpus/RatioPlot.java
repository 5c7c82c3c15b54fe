// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.corpus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.meent.disclosure.output.Dimension;
import org.meent.disclosure.output.Estimate;
import org.meent.disclosure.output.FourCounts;
import org.meent.disclosure.output.Population;
import org.meent.disclosure.output.Ratio;
import org.meent.disclosure.output.RatioTable;
import org.meent.disclosure.rule.RuleSet;
import org.meent.protocols.run.RandomStream;

/** An odds ratio and a risk ratio of two groups whose sizes are shown: few cases, or none. */
final class RatioPlot implements Plot {
  private static final String OUTPUT = "o1";
  private static final double NEAR = 0.006;

  @Override
  public String name() {
    return "ratios: hidden counts";
  }

  @Override
  public Case draw(RandomStream random, RuleSet rules) {
    int groups = 1 + random.nextInt(3);
    int careless = random.nextInt(2) == 0 ? random.nextInt(groups) : -1;
    long cases = 12 + random.nextInt(40);
    long others = 20 + random.nextInt(60);
    List<Ratio> rows = new ArrayList<>();
    Map<Printed.Place, Double> all = new HashMap<>();
    long people = cases + others;
    for (int g = 0; g < groups; g++) {
      FourCounts four =
          new FourCounts(
              g == careless ? random.nextInt(10) : 12 + random.nextInt(20),
              20 + random.nextInt(60),
              cases,
              others);
      people += four.group();
      String group = "work" + g;
      for (Ratio.Measure measure : List.of(Ratio.Measure.ODDS_RATIO, Ratio.Measure.RISK_RATIO)) {
        Ratio row = new Ratio(Estimate.everybody(), measure, group, "none", four);
        rows.add(row);
        String word = measure == Ratio.Measure.ODDS_RATIO ? "odds ratio" : "risk ratio";
        all.put(place(word, group, "value"), row.value());
        all.put(place(word, group, "units_group"), (double) four.group());
        all.put(place(word, group, "units_reference"), (double) four.reference());
      }
    }
    RatioTable table =
        new RatioTable(
            OUTPUT, OUTPUT, new Population("all", "all", people), "arm", "job", "yes", "no", rows);
    return new Case(List.of(table), printed -> leaks(printed, rows, Case.minimum(rules)), all);
  }

  private static boolean leaks(Printed printed, List<Ratio> rows, long minimum) {
    for (int i = 0; i < rows.size(); i += 2) {
      if (leaks(printed, rows.get(i), rows.get(i + 1), minimum)) {
        return true;
      }
    }
    return false;
  }

  /** Tries all counts that give the ratios shown, and asks if one of the four is always small. */
  private static boolean leaks(Printed printed, Ratio first, Ratio second, long minimum) {
    String code = first.group();
    OptionalDouble group = printed.at(place("odds ratio", code, "units_group"));
    OptionalDouble reference = printed.at(place("odds ratio", code, "units_reference"));
    OptionalDouble odds = printed.at(place("odds ratio", code, "value"));
    OptionalDouble risk = printed.at(place("risk ratio", code, "value"));
    if (group.isEmpty() || reference.isEmpty() || (odds.isEmpty() && risk.isEmpty())) {
      return false;
    }
    long most = 0;
    boolean possible = false;
    for (long a = 0; a <= group.getAsDouble(); a++) {
      for (long c = 0; c <= reference.getAsDouble(); c++) {
        FourCounts four =
            new FourCounts(
                a, (long) group.getAsDouble() - a, c, (long) reference.getAsDouble() - c);
        if (fits(odds, first, four) && fits(risk, second, four)) {
          possible = true;
          most = Math.max(most, smallest(four));
        }
      }
    }
    return possible && most < minimum;
  }

  private static long smallest(FourCounts four) {
    return Math.min(
        Math.min(four.groupCases(), four.groupOthers()),
        Math.min(four.referenceCases(), four.referenceOthers()));
  }

  private static boolean fits(OptionalDouble shown, Ratio row, FourCounts four) {
    double value =
        new Ratio(row.among(), row.measure(), row.group(), row.reference(), four).value();
    return shown.isEmpty()
        || Math.abs(value - shown.getAsDouble()) <= (value < 1 ? NEAR / 10 : NEAR);
  }

  private static Printed.Place place(String ratio, String group, String heading) {
    return new Printed.Place(OUTPUT, List.of(Dimension.TOTAL, ratio, group, "none"), heading);
  }
}
