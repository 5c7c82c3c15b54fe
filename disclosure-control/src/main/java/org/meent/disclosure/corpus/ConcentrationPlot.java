// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.corpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.meent.disclosure.measure.ConcentrationRecipe;
import org.meent.disclosure.measure.Heading;
import org.meent.disclosure.output.Concentration;
import org.meent.disclosure.output.Concentration.Index;
import org.meent.disclosure.output.ConcentrationTable;
import org.meent.disclosure.output.Dimension;
import org.meent.disclosure.output.Estimate;
import org.meent.disclosure.output.MagnitudeCell;
import org.meent.disclosure.output.Population;
import org.meent.disclosure.rule.Limit;
import org.meent.disclosure.rule.RuleSet;
import org.meent.protocols.run.RandomStream;

/** A Herfindahl index, a Gini coefficient and the share of the largest few, with few giants. */
final class ConcentrationPlot implements Plot {
  private static final String OUTPUT = "o1";

  @Override
  public String name() {
    return "concentration: giants and the largest few";
  }

  @Override
  public Case draw(RandomStream random, RuleSet rules) {
    int people = 12 + random.nextInt(80);
    int giants = random.nextInt(2) * (1 + random.nextInt(3));
    long[] amounts = new long[people];
    Arrays.setAll(amounts, i -> 100_000 + random.nextInt(100_000));
    long others = Arrays.stream(amounts).sum();
    for (int g = 0; g < giants; g++) {
      amounts[g] = (long) (others * (0.5 + 4 * random.nextDouble()));
    }
    MagnitudeCell cell = MagnitudeCell.EMPTY;
    for (long amount : amounts) {
      cell = cell.with(amount);
    }
    List<Concentration> rows = new ArrayList<>();
    rows.add(row(Index.HERFINDAHL, 0, herfindahl(amounts), cell));
    if (random.nextInt(3) == 0) {
      int few = 1 + random.nextInt(4);
      rows.add(row(Index.CONCENTRATION_RATIO, few, ratio(amounts, few), cell));
    }
    ConcentrationTable table =
        new ConcentrationTable(
            OUTPUT, OUTPUT, new Population("all", "all", people), Crowd.MEASURE, "income", rows);
    double share = rules.find(RuleSet.DOMINANCE_1).map(Limit::asDouble).orElse(1.0);
    ConcentrationRecipe recipe =
        new ConcentrationRecipe(
            Samples.of(Crowd.MEASURE, Arrays.stream(amounts).asDoubleStream().toArray()),
            new Heading(OUTPUT, OUTPUT, table.population()),
            Crowd.MEASURE,
            rows.stream()
                .map(row -> new ConcentrationRecipe.Wanted(row.group(), row.index(), row.largest()))
                .toList());
    return new Case(
        List.of(table), printed -> leaks(printed, share), Map.of(), Map.of(OUTPUT, recipe));
  }

  private static Concentration row(Index index, int largest, double value, MagnitudeCell cell) {
    return new Concentration(Estimate.everybody(), index, largest, value, cell);
  }

  private static double herfindahl(long[] amounts) {
    double sum = Arrays.stream(amounts).sum();
    return Arrays.stream(amounts).mapToDouble(a -> a / sum * (a / sum)).sum();
  }

  private static double ratio(long[] amounts, int few) {
    long[] sorted = amounts.clone();
    Arrays.sort(sorted);
    double top = Arrays.stream(sorted, sorted.length - few, sorted.length).sum();
    return top / Arrays.stream(sorted).sum();
  }

  /**
   * The largest share lies between a Herfindahl index and its root, and at most the largest few
   * have a share of a few: too near if the bounds are nearer to each other than the rule for sums
   * lets a sum be to its largest part.
   */
  private static boolean leaks(Printed printed, double share) {
    OptionalDouble index = printed.at(place("herfindahl"));
    boolean near = index.isPresent() && Math.sqrt(index.getAsDouble()) > share;
    boolean few = false;
    for (int k = 1; k <= 4; k++) {
      few |= printed.at(place("concentration ratio " + k)).isPresent();
    }
    return near || few;
  }

  private static Printed.Place place(String index) {
    return new Printed.Place(OUTPUT, List.of(Dimension.TOTAL, index), "value");
  }
}
