// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.corpus;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.meent.disclosure.measure.Heading;
import org.meent.disclosure.measure.ModelForm;
import org.meent.disclosure.measure.RegressionRecipe;
import org.meent.disclosure.measure.Sample;
import org.meent.disclosure.measure.TermSpec;
import org.meent.disclosure.output.Evidence;
import org.meent.disclosure.output.Population;
import org.meent.disclosure.output.RegressionTable;
import org.meent.disclosure.output.Term;
import org.meent.disclosure.rule.RuleSet;
import org.meent.protocols.run.RandomStream;

/** A regression line in which one record lies far out, or none does. */
final class LeveragePlot implements Plot {
  private static final String OUTPUT = "o1";
  private static final int TRIES = 60;
  private static final double NEAR = 0.3;
  private static final double NOISE = 500;

  @Override
  public String name() {
    return "regression: leverage";
  }

  @Override
  public Case draw(RandomStream random, RuleSet rules) {
    int people = 25 + random.nextInt(100);
    boolean far = random.nextInt(2) == 0;
    double[] x = new double[people];
    Arrays.setAll(x, i -> 10 * random.nextDouble());
    x[0] = far ? 400 + 400 * random.nextDouble() : 5;
    double[] y = outcomes(x, random);
    double[] line = line(x, y);
    double leverage = 1.0 / people + square(x[0] - mean(x)) / spread(x);
    double most = 0;
    for (double one : x) {
      most = Math.max(most, 1.0 / people + square(one - mean(x)) / spread(x));
    }
    Evidence.Model evidence =
        new Evidence.Model(
            people - 2L, 2, people, 1, OptionalLong.empty(), Math.max(leverage, most), "");
    RegressionTable table =
        new RegressionTable(
            OUTPUT,
            OUTPUT,
            new Population("all", "all", people),
            "linear",
            "income (euros)",
            List.of(
                Term.intercept(line[0], 10, people), Term.number("distance", line[1], 10, people)),
            OptionalDouble.of(0.5),
            evidence);
    boolean tells = tells(x, RandomStream.of(random.nextLong(), "again"));
    return new Case(
        List.of(table),
        printed -> tells && shown(printed),
        Map.of(),
        Map.of(OUTPUT, recipe(x, y, table.population())));
  }

  private static RegressionRecipe recipe(double[] x, double[] y, Population all) {
    TermSpec.Number number = new TermSpec.Number("distance", TermSpec.How.PLAIN);
    return new RegressionRecipe(
        Sample.of(x.length, Map.of("distance", Samples.texts(x), "income", Samples.texts(y))),
        new Heading(OUTPUT, OUTPUT, all),
        ModelForm.LINEAR,
        "income",
        List.of(
            new TermSpec("intercept", List.of(), 10),
            new TermSpec("distance", List.of(number), 10)));
  }

  private static double[] outcomes(double[] x, RandomStream random) {
    return Arrays.stream(x).map(v -> 1_000 + 20 * v + NOISE * random.nextGaussian()).toArray();
  }

  /** Whether, over outcomes drawn again, the line passes near the outcome of the farthest out. */
  private static boolean tells(double[] x, RandomStream random) {
    int farthest = 0;
    for (int i = 1; i < x.length; i++) {
      farthest = Math.abs(x[i] - mean(x)) > Math.abs(x[farthest] - mean(x)) ? i : farthest;
    }
    double[] errors = new double[TRIES];
    for (int t = 0; t < TRIES; t++) {
      double[] y = outcomes(x, random);
      double[] line = line(x, y);
      errors[t] = Math.abs(line[0] + line[1] * x[farthest] - y[farthest]);
    }
    Arrays.sort(errors);
    return errors[TRIES / 2] < NEAR * NOISE;
  }

  private static boolean shown(Printed printed) {
    return printed.at(new Printed.Place(OUTPUT, List.of("intercept"), "coefficient")).isPresent()
        && printed.at(new Printed.Place(OUTPUT, List.of("distance"), "coefficient")).isPresent();
  }

  private static double[] line(double[] x, double[] y) {
    double slope = 0;
    for (int i = 0; i < x.length; i++) {
      slope += (x[i] - mean(x)) * y[i] / spread(x);
    }
    return new double[] {mean(y) - slope * mean(x), slope};
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(0);
  }

  private static double spread(double[] values) {
    double mean = mean(values);
    return Arrays.stream(values).map(v -> square(v - mean)).sum();
  }

  private static double square(double value) {
    return value * value;
  }
}
