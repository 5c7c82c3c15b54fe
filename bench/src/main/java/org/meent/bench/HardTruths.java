// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.meent.protocols.run.RandomStream;

/**
 * Data with known effects that no default was chosen on: outcomes of several kinds, confounding of
 * several strengths, missing values that say something, weights, clusters. One row at a time.
 */
final class HardTruths {
  /** Makes one row: its covariates are written, what is true of it comes back. */
  interface Shape {
    Row row(RandomStream random, double[] x, Level level);
  }

  /**
   * What is true of a row.
   *
   * @param propensity probability of treatment
   * @param effect mean outcome if treated less mean outcome if not
   * @param untreated outcome without treatment
   * @param treated outcome with treatment
   * @param weight sampling weight
   */
  record Row(double propensity, double effect, double untreated, double treated, double weight) {}

  /**
   * What a cluster shares.
   *
   * @param outcome added to the outcome of everybody in it
   * @param treatment added to the log odds of treatment
   */
  record Level(double outcome, double treatment) {}

  /**
   * A kind of data.
   *
   * @param covariates how many
   * @param clusters how many, or 0
   * @param weighted whether rows have weights
   * @param shape of a row
   */
  record Kind(int covariates, int clusters, boolean weighted, Shape shape) {}

  private static final Map<String, Kind> KINDS = new TreeMap<>();

  private HardTruths() {}

  /** The names of all kinds. */
  static List<String> names() {
    return new ArrayList<>(KINDS.keySet());
  }

  /** A kind by name. */
  static Kind named(String name) {
    Kind kind = KINDS.get(name);
    if (kind == null) {
      throw new IllegalArgumentException("no such kind: " + name + "; there are " + names());
    }
    return kind;
  }

  static {
    plain("constant", 10, (r, x, l) -> linear(r, x, 0.8, v -> 1));
    plain("zero", 10, (r, x, l) -> linear(r, x, 0.8, v -> 0));
    plain("strong", 10, (r, x, l) -> linear(r, x, 1.6, v -> 1 + v[0]));
    plain("varying", 10, (r, x, l) -> linear(r, x, 0.8, v -> 1 + v[0] - 0.5 * v[2]));
    plain("sparse", 60, (r, x, l) -> linear(r, x, 0, v -> v[0] > 0 ? 1 : 0));
    plain("wide", 60, (r, x, l) -> linear(r, x, 0.8, v -> v[0] > 0 ? 1 : 0));
    plain("two", 2, (r, x, l) -> linear(r, x, 0.8, v -> v[0] > 0 ? 1 : 0));
    plain("binary", 10, HardTruths::binary);
    plain("rare", 10, HardTruths::rare);
    plain("count", 10, HardTruths::count);
    plain("heavy", 10, HardTruths::heavy);
    plain("earnings", 8, HardTruths::earnings);
    plain("bent", 10, HardTruths::bent);
    plain("kang", 4, HardTruths::kang);
    plain("missing", 6, HardTruths::missing);
    plain("ihdp", 25, HardTruths::ihdp);
    plain("acic", 40, HardTruths::acic);
    plain("unequal", 10, HardTruths::unequal);
    KINDS.put("weighted", new Kind(5, 0, true, HardTruths::weighted));
    for (int clusters : new int[] {20, 39, 60}) {
      KINDS.put("clusters" + clusters, new Kind(6, clusters, false, HardTruths::clustered));
    }
  }

  private static void plain(String name, int covariates, Shape shape) {
    KINDS.put(name, new Kind(covariates, 0, false, shape));
  }

  private static double logistic(double z) {
    return 1 / (1 + StrictMath.exp(-z));
  }

  private static void normals(RandomStream random, double[] x) {
    for (int j = 0; j < x.length; j++) {
      x[j] = random.nextGaussian();
    }
  }

  private static Row plain(RandomStream random, double e, double tau, double base) {
    double y = base + random.nextGaussian();
    return new Row(e, tau, y, y + tau, 1);
  }

  private static Row linear(
      RandomStream random, double[] x, double strength, ToDoubleFunction<double[]> effect) {
    normals(random, x);
    double tau = effect.applyAsDouble(x);
    return plain(
        random, logistic(strength * (x[0] + x[1]) / 1.4), tau, x[0] + x[1] + 0.5 * x[2 % x.length]);
  }

  private static Row binary(RandomStream random, double[] x, Level level) {
    normals(random, x);
    double base = -1 + 0.7 * x[0] + 0.5 * x[1];
    return chances(
        random,
        logistic(0.7 * x[0] - 0.5 * x[2]),
        logistic(base),
        logistic(base + 0.6 + (x[3] > 0 ? 0.6 : 0)));
  }

  /** One in twenty-five, and a treatment that helps the youngest only. */
  private static Row rare(RandomStream random, double[] x, Level level) {
    normals(random, x);
    double base = -3.6 + 0.8 * x[0];
    return chances(
        random, logistic(0.8 * x[0]), logistic(base), logistic(base + (x[1] > 0 ? 0.9 : 0)));
  }

  private static Row chances(RandomStream random, double e, double p0, double p1) {
    double u = random.nextDouble();
    return new Row(e, p1 - p0, u < p0 ? 1 : 0, u < p1 ? 1 : 0, 1);
  }

  private static Row count(RandomStream random, double[] x, Level level) {
    normals(random, x);
    double mean = StrictMath.exp(0.4 + 0.4 * x[0] + 0.3 * x[1]);
    double more = mean * (x[2] > 0 ? 1.5 : 1.1);
    double e = logistic(0.8 * x[0] - 0.4 * x[3]);
    return new Row(e, more - mean, poisson(random, mean), poisson(random, more), 1);
  }

  private static double poisson(RandomStream random, double mean) {
    double floor = StrictMath.exp(-mean);
    double product = random.nextDouble();
    int k = 0;
    while (product > floor) {
      product *= random.nextDouble();
      k++;
    }
    return k;
  }

  /** Noise of Student's t with three degrees of freedom. */
  private static Row heavy(RandomStream random, double[] x, Level level) {
    normals(random, x);
    double chi = 0;
    for (int k = 0; k < 3; k++) {
      double z = random.nextGaussian();
      chi += z * z;
    }
    double noise = random.nextGaussian() / StrictMath.sqrt(chi / 3);
    double tau = x[0] > 0 ? 1 : 0.2;
    double y = x[0] + 0.5 * x[1] * x[1] + noise;
    return new Row(logistic(x[0] - 0.5 * x[1]), tau, y, y + tau, 1);
  }

  /** Nothing for many, and a long tail for the others; effects on both. */
  private static Row earnings(RandomStream random, double[] x, Level level) {
    normals(random, x);
    double e = logistic(-0.5 - 0.9 * x[0] + 0.4 * x[1]);
    double p0 = logistic(0.2 + 0.8 * x[0]);
    double p1 = logistic(0.2 + 0.8 * x[0] + (x[2] > 0 ? 0.5 : 0));
    double size = StrictMath.exp(0.5 * x[0] + 0.3 * x[3]);
    double draw = StrictMath.exp(0.8 * random.nextGaussian() - 0.32);
    double u = random.nextDouble();
    double y0 = u < p0 ? size * draw : 0;
    double y1 = u < p1 ? 1.1 * size * draw : 0;
    return new Row(e, p1 * 1.1 * size - p0 * size, y0, y1, 1);
  }

  /** Bent and interacting propensity and outcome. */
  private static Row bent(RandomStream random, double[] x, Level level) {
    for (int j = 0; j < x.length; j++) {
      x[j] = 2 * random.nextDouble() - 1;
    }
    double e = 0.1 + 0.8 * logistic(4 * x[0] * x[1] + 2 * StrictMath.cos(3 * x[2]) - 1);
    double base = 2 * x[0] * x[1] + StrictMath.cos(3 * x[2]) + StrictMath.abs(x[3]);
    return plain(random, e, 0.5 + x[0] * x[0] + (x[4] > 0.3 ? 0.7 : 0), base);
  }

  /** Kang and Schafer (2007), seen through their transformations; effect 10 on a spread of 36. */
  private static Row kang(RandomStream random, double[] x, Level level) {
    double[] z = new double[4];
    normals(random, z);
    x[0] = StrictMath.exp(z[0] / 2);
    x[1] = z[1] / (1 + StrictMath.exp(z[0])) + 10;
    x[2] = StrictMath.pow(z[0] * z[2] / 25 + 0.6, 3);
    x[3] = StrictMath.pow(z[1] + z[3] + 20, 2);
    double e = logistic(-z[0] + 0.5 * z[1] - 0.25 * z[2] - 0.1 * z[3]);
    return plain(random, e, 10, 210 + 27.4 * z[0] + 13.7 * (z[1] + z[2] + z[3]));
  }

  /** Who has no value in the first two columns differs in treatment, outcome and effect. */
  private static Row missing(RandomStream random, double[] x, Level level) {
    normals(random, x);
    boolean hidden = random.nextDouble() < 0.35;
    boolean other = random.nextDouble() < 0.2;
    double e = logistic((hidden ? 1 : -0.4) + (hidden ? 0 : 0.7 * x[0]) + 0.4 * x[2]);
    double base = (hidden ? 1.5 : x[0]) + (other ? -1 : 0.5 * x[1]);
    double tau = hidden ? 2 : 0.5;
    x[0] = hidden ? Double.NaN : x[0];
    x[1] = other ? Double.NaN : x[1];
    return plain(random, e, tau, base);
  }

  /** Six numbers and nineteen indicators, an exponential surface, one in five treated. */
  private static Row ihdp(RandomStream random, double[] x, Level level) {
    double a = 0;
    double b = 0;
    double c = 0;
    for (int j = 0; j < x.length; j++) {
      x[j] = j < 6 ? random.nextGaussian() : random.nextDouble() < 0.2 + 0.03 * (j - 6) ? 1 : 0;
      a += 0.1 * (j % 5) * x[j];
      b += 0.1 * ((j + 2) % 5) * x[j];
      c += j % 3 == 0 ? 0.5 * x[j] : 0;
    }
    double y0 = StrictMath.exp(0.5 * (a - 0.5));
    double y1 = b;
    return plain(random, logistic(-2.2 + c), y1 - y0 + 4, y0);
  }

  /** Steps, products and indicators over many columns, as in the ACIC competitions. */
  private static Row acic(RandomStream random, double[] x, Level level) {
    double common = random.nextGaussian();
    for (int j = 0; j < x.length; j++) {
      double z = 0.5 * common + 0.87 * random.nextGaussian();
      x[j] = j % 4 == 3 ? (z > 0.4 ? 1 : 0) : j % 4 == 2 ? Math.rint(3 * z) : z;
    }
    double e = logistic(-0.6 + 0.8 * (x[0] > 0 ? 1 : 0) + 0.5 * x[3] * x[1] + 0.15 * x[2]);
    double base = x[0] + (x[4] > 0.5 ? 1.5 : 0) + 0.5 * x[5] * x[3] + 0.3 * x[2] + x[7];
    double tau = 1 + (x[0] > 0 ? 0.8 : 0) - 0.6 * x[7] + 0.4 * x[1];
    return plain(random, e, tau, base);
  }

  /** One in twelve treated, noise that grows with a covariate. */
  private static Row unequal(RandomStream random, double[] x, Level level) {
    normals(random, x);
    double noise = StrictMath.exp(0.6 * x[1]) * random.nextGaussian();
    double tau = 1 + 0.7 * x[0];
    double y = x[0] + x[2] + noise;
    return new Row(logistic(-2.6 + 0.5 * x[0]), tau, y, y + tau, 1);
  }

  /** The sample holds too many of those for whom the treatment works. */
  private static Row weighted(RandomStream random, double[] x, Level level) {
    while (true) {
      normals(random, x);
      double kept = x[0] > 0 ? 0.9 : 0.15;
      if (random.nextDouble() < kept) {
        double tau = x[0] > 0 ? 2 : 0;
        Row row = plain(random, logistic(0.8 * x[0] + 0.5 * x[1]), tau, x[0] + x[1]);
        return new Row(row.propensity, row.effect, row.untreated, row.treated, 1 / kept);
      }
    }
  }

  private static Row clustered(RandomStream random, double[] x, Level level) {
    normals(random, x);
    double e = logistic(0.6 * x[0] + level.treatment);
    return plain(random, e, 1 + 0.5 * x[1], x[0] + level.outcome);
  }
}
