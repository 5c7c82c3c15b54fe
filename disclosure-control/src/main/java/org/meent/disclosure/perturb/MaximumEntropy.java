// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.perturb;

import java.util.Locale;
import java.util.stream.IntStream;
import org.meent.disclosure.perturb.PerturbationTable.Row;
import org.meent.protocols.literature.Reference;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/**
 * The distribution of greatest entropy over admissible noise with mean 0 and a given variance.
 *
 * <p>It has the form {@code p(v) ∝ exp(a v + b v²)}; a and b minimise the convex function {@code
 * log Σ exp(a v + b v²) − b V}, by Newton's method with halved steps. A fixed probability of no
 * change s leaves mean 0 and variance V / (1 − s) to the other noise.
 */
@Reference(
    authors = "S. Giessing (2016)",
    title =
        "Computational Issues in the Design of Transition Probabilities and Disclosure Risk"
            + " Estimation for Additive Noise",
    source = "Privacy in Statistical Databases, 237-251",
    url = "https://doi.org/10.1007/978-3-319-45381-1_18")
final class MaximumEntropy {
  private static final int MOST_STEPS = 500;
  private static final double ENOUGH = 1e-12;

  private final double[] noise;
  private final double variance;

  private MaximumEntropy(int[] noise, double variance) {
    this.noise = IntStream.of(noise).mapToDouble(v -> v).toArray();
    this.variance = variance;
  }

  /** The row of a count. */
  static Row row(int count, NoiseDesign design) {
    if (count == 0) {
      return new Row(new int[] {0}, new double[] {1});
    }
    int[] support =
        IntStream.rangeClosed(-Math.min(count, design.deviation()), design.deviation())
            .filter(v -> count + v == 0 || count + v > design.forbidden())
            .toArray();
    boolean stays = design.stay() >= 0 && IntStream.of(support).anyMatch(v -> v == 0);
    if (!stays) {
      return new Row(support, solve(count, support, design.variance(), design));
    }
    int[] moving = IntStream.of(support).filter(v -> v != 0).toArray();
    double[] moved = solve(count, moving, design.variance() / (1 - design.stay()), design);
    double[] probability = new double[support.length];
    int next = 0;
    for (int i = 0; i < support.length; i++) {
      probability[i] = support[i] == 0 ? design.stay() : moved[next++] * (1 - design.stay());
    }
    return new Row(support, probability);
  }

  private static double[] solve(int count, int[] support, double variance, NoiseDesign design) {
    double least = least(support);
    double most = -(double) support[0] * support[support.length - 1];
    if (support[0] >= 0 || !(variance > least && variance < most)) {
      throw Refusal.badInput(
              "disclosure.perturb.variance",
              Where.NOWHERE,
              count,
              number(least),
              number(most),
              number(variance),
              design.deviation())
          .asException();
    }
    return new MaximumEntropy(support, variance).solve();
  }

  /** The least variance that mean zero allows: the noise on both sides of zero, or none at all. */
  private static double least(int[] support) {
    int below = IntStream.of(support).filter(v -> v <= 0).max().orElse(0);
    int above = IntStream.of(support).filter(v -> v >= 0).min().orElse(0);
    return -(double) below * above;
  }

  private double[] solve() {
    double a = 0;
    double b = -1 / (2 * variance);
    for (int step = 0; step < MOST_STEPS; step++) {
      double[] p = distribution(a, b);
      double ga = moment(p, 1);
      double gb = moment(p, 2) - variance;
      if (Math.abs(ga) < ENOUGH && Math.abs(gb) < ENOUGH * Math.max(1, variance)) {
        return p;
      }
      double mean = ga;
      double square = moment(p, 2);
      double haa = square - mean * mean;
      double hab = moment(p, 3) - mean * square;
      double hbb = moment(p, 4) - square * square;
      double det = haa * hbb - hab * hab;
      double da = (hbb * ga - hab * gb) / det;
      double db = (haa * gb - hab * ga) / det;
      double now = objective(a, b);
      double size = 1;
      while (size > 1e-10 && !(objective(a - size * da, b - size * db) <= now)) {
        size /= 2;
      }
      a -= size * da;
      b -= size * db;
    }
    return distribution(a, b);
  }

  private double objective(double a, double b) {
    double top = top(a, b);
    double sum = 0;
    for (double v : noise) {
      sum += StrictMath.exp(a * v + b * v * v - top);
    }
    return top + StrictMath.log(sum) - b * variance;
  }

  private double top(double a, double b) {
    double top = Double.NEGATIVE_INFINITY;
    for (double v : noise) {
      top = Math.max(top, a * v + b * v * v);
    }
    return top;
  }

  private double[] distribution(double a, double b) {
    double top = top(a, b);
    double[] p = new double[noise.length];
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      p[i] = StrictMath.exp(a * noise[i] + b * noise[i] * noise[i] - top);
      sum += p[i];
    }
    for (int i = 0; i < p.length; i++) {
      p[i] /= sum;
    }
    return p;
  }

  private double moment(double[] p, int power) {
    double moment = 0;
    for (int i = 0; i < p.length; i++) {
      double v = 1;
      for (int k = 0; k < power; k++) {
        v *= noise[i];
      }
      moment += p[i] * v;
    }
    return moment;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4g", value);
  }
}
