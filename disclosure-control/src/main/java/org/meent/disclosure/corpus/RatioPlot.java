// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.corpus;

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
    boolean careless = random.nextInt(2) == 0;
    long cases = careless ? random.nextInt(10) : 12 + random.nextInt(20);
    FourCounts four =
        new FourCounts(
            cases, 20 + random.nextInt(60), 12 + random.nextInt(40), 20 + random.nextInt(60));
    List<Ratio> rows =
        List.of(
            new Ratio(Estimate.everybody(), Ratio.Measure.ODDS_RATIO, "work", "none", four),
            new Ratio(Estimate.everybody(), Ratio.Measure.RISK_RATIO, "work", "none", four));
    RatioTable table =
        new RatioTable(
            OUTPUT,
            OUTPUT,
            new Population("all", "all", four.units()),
            "arm",
            "job",
            "yes",
            "no",
            rows);
    return new Case(
        List.of(table),
        printed -> leaks(printed, rows, Case.minimum(rules)),
        Map.of(
            place("odds ratio", "value"),
            rows.getFirst().value(),
            place("risk ratio", "value"),
            rows.getLast().value(),
            place("odds ratio", "units_group"),
            (double) four.group(),
            place("odds ratio", "units_reference"),
            (double) four.reference()));
  }

  /** Tries all counts that give the ratios shown, and asks if one of the four is always small. */
  private static boolean leaks(Printed printed, List<Ratio> rows, long minimum) {
    OptionalDouble group = printed.at(place("odds ratio", "units_group"));
    OptionalDouble reference = printed.at(place("odds ratio", "units_reference"));
    OptionalDouble odds = printed.at(place("odds ratio", "value"));
    OptionalDouble risk = printed.at(place("risk ratio", "value"));
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
        if (fits(odds, rows.getFirst(), four) && fits(risk, rows.getLast(), four)) {
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

  private static Printed.Place place(String ratio, String heading) {
    return new Printed.Place(OUTPUT, List.of(Dimension.TOTAL, ratio, "work", "none"), heading);
  }
}
