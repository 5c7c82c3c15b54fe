// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.corpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.meent.disclosure.measure.Heading;
import org.meent.disclosure.measure.PositionRecipe;
import org.meent.disclosure.output.Dimension;
import org.meent.disclosure.output.Estimate;
import org.meent.disclosure.output.Population;
import org.meent.disclosure.output.Position;
import org.meent.disclosure.output.Position.Point;
import org.meent.disclosure.output.PositionEvidence;
import org.meent.disclosure.output.PositionTable;
import org.meent.disclosure.rule.RuleSet;
import org.meent.protocols.run.RandomStream;

/** Quantiles and end points: exact or rounded, of few or of many, far out or in the middle. */
final class PositionPlot implements Plot {
  private static final String OUTPUT = "o1";
  private static final double STEP = 5_000;
  private static final List<Double> SHARES = List.of(0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99);

  @Override
  public String name() {
    return "positions: quantiles and end points";
  }

  @Override
  public Case draw(RandomStream random, RuleSet rules) {
    boolean careless = random.nextInt(2) == 0;
    int people = careless ? 20 + random.nextInt(200) : 400 + random.nextInt(400);
    double half = careless && random.nextInt(2) == 0 ? 0 : STEP / 2;
    double[] values = new double[people];
    Arrays.setAll(values, i -> Math.rint(10_000 + 30_000 * random.nextDouble()));
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    List<Position> rows = new ArrayList<>();
    for (double share : SHARES) {
      boolean tail = share < 0.05 || share > 0.95;
      if (careless ? random.nextInt(2) == 0 : !tail && random.nextInt(2) == 0) {
        double value = rounded(sorted[(int) Math.ceil(share * people) - 1], half);
        rows.add(
            Position.quantile(
                Estimate.everybody(),
                share,
                value,
                PositionEvidence.measured(values, value, half)));
      }
    }
    if (rows.isEmpty() || (careless && random.nextInt(3) == 0)) {
      Point point = random.nextInt(2) == 0 ? Point.MINIMUM : Point.MAXIMUM;
      double value = rounded(sorted[point == Point.MINIMUM ? 0 : people - 1], half);
      rows.add(
          Position.of(
              Estimate.everybody(), point, value, PositionEvidence.measured(values, value, half)));
    }
    PositionTable table =
        new PositionTable(
            OUTPUT, OUTPUT, new Population("all", "all", people), Crowd.MEASURE, "income", rows);
    Map<Printed.Place, Double> all = new HashMap<>();
    rows.forEach(row -> all.put(place(row), row.value()));
    PositionRecipe recipe =
        new PositionRecipe(
            Samples.of(Crowd.MEASURE, values),
            new Heading(OUTPUT, OUTPUT, table.population()),
            Crowd.MEASURE,
            rows.stream()
                .map(
                    row ->
                        new PositionRecipe.Wanted(
                            row.group(), row.point(), row.share(), OptionalDouble.empty()))
                .toList(),
            2 * half);
    return new Case(
        List.of(table),
        attack(rows, values, half, Case.minimum(rules)),
        all,
        Map.of(OUTPUT, recipe));
  }

  private static double rounded(double value, double half) {
    return half == 0 ? value : Math.floor(value / (2 * half) + 0.5) * 2 * half;
  }

  /** Few people beyond a value that is shown, at it where it is an end, or between two of them. */
  private static Attack attack(List<Position> rows, double[] values, double half, long minimum) {
    return printed -> {
      double before = Double.NEGATIVE_INFINITY;
      for (Position row : rows) {
        OptionalDouble value = printed.at(place(row));
        if (value.isEmpty()) {
          continue;
        }
        PositionEvidence about = PositionEvidence.measured(values, value.getAsDouble(), half);
        boolean end = row.point() != Point.QUANTILE;
        long beyond = Math.min(about.below(), about.above()) + about.at();
        boolean one = end ? about.at() < minimum : beyond < minimum || about.at() == 1;
        boolean near = half == 0 && !end && (row.share() - before) * values.length < minimum;
        if (one || near) {
          return true;
        }
        before = end ? before : row.share();
      }
      return false;
    };
  }

  private static Printed.Place place(Position row) {
    String point =
        row.point() == Point.QUANTILE
            ? "quantile " + row.share()
            : row.point().name().toLowerCase(Locale.ROOT);
    return new Printed.Place(OUTPUT, List.of(Dimension.TOTAL, point), Crowd.MEASURE);
  }
}
