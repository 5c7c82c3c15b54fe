// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.bench;

/**
 * Data with known effects: SplitMix64 and StrictMath only, so that any machine makes the same bits.
 * Outcome = m + (W - e) tau + standard normal noise.
 *
 * @param columns covariates by column
 * @param treatment 0 or 1
 * @param outcome the outcome
 * @param effect the true effect of each row
 * @param propensity the true probability of treatment
 * @param mean the true mean outcome given covariates
 */
record Simulated(
    double[][] columns,
    int[] treatment,
    double[] outcome,
    double[] effect,
    double[] propensity,
    double[] mean) {

  /** Draws {@code n} rows with {@code p} covariates; name is wa2, aw1, aw3, nw1, nw2 or simple. */
  static Simulated of(String name, int n, int p, long seed) {
    Source source = new Source(seed);
    Simulated made =
        new Simulated(
            new double[p][n],
            new int[n],
            new double[n],
            new double[n],
            new double[n],
            new double[n]);
    boolean normal = name.equals("nw2") || name.equals("simple");
    double[] x = new double[p];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < p; j++) {
        x[j] = normal ? source.normal() : source.uniform();
        made.columns[j][i] = x[j];
      }
      double[] etm = truth(name, x);
      made.propensity[i] = etm[0];
      made.effect[i] = etm[1];
      made.mean[i] = etm[2] + etm[0] * etm[1];
      made.treatment[i] = source.uniform() < etm[0] ? 1 : 0;
      made.outcome[i] = made.mean[i] + (made.treatment[i] - etm[0]) * etm[1] + source.normal();
    }
    return made;
  }

  /** Propensity, effect, and mean outcome without treatment's part. */
  private static double[] truth(String name, double[] x) {
    return switch (name) {
      // Wager and Athey (2018), equation 28
      case "wa2" -> new double[] {0.5, zeta(x[0]) * zeta(x[1]), 0};
      // Athey and Wager (2019): propensity by the density of beta(2, 4)
      case "aw3" -> new double[] {beta(x[0]), zeta(x[0]) * zeta(x[1]), 2 * x[0] - 1};
      case "aw1" -> new double[] {beta(x[0]), 0, 2 * x[0] - 1};
      // Nie and Wager (2021), set-ups A and B
      case "nw1" -> {
        double wave = StrictMath.sin(StrictMath.PI * x[0] * x[1]);
        double base = wave + 2 * (x[2] - 0.5) * (x[2] - 0.5) + x[3] + 0.5 * x[4];
        yield new double[] {Math.max(0.1, Math.min(wave, 0.9)), (x[0] + x[1]) / 2, base};
      }
      case "nw2" ->
          new double[] {
            0.5,
            x[0] + StrictMath.log(1 + StrictMath.exp(x[1])),
            Math.max(0, Math.max(x[0] + x[1], x[2])) + Math.max(0, x[3] + x[4])
          };
      case "simple" ->
          new double[] {
            0.4 + 0.2 * (x[0] > 0 ? 1 : 0), Math.max(x[0], 0), x[1] + Math.min(x[2], 0)
          };
      default -> throw new IllegalArgumentException("no such design: " + name);
    };
  }

  private static double zeta(double x) {
    return 1 + 1 / (1 + StrictMath.exp(-20 * (x - 1.0 / 3)));
  }

  private static double beta(double x) {
    return 0.25 * (1 + 20 * x * (1 - x) * (1 - x) * (1 - x));
  }

  private static final class Source {
    private long state;

    Source(long seed) {
      state = seed;
    }

    double uniform() {
      state += 0x9E3779B97F4A7C15L;
      long z = state;
      z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
      z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
      return ((z ^ (z >>> 31)) >>> 11) * 0x1.0p-53;
    }

    double normal() {
      double a = 1 - uniform();
      double b = uniform();
      return StrictMath.sqrt(-2 * StrictMath.log(a)) * StrictMath.cos(2 * StrictMath.PI * b);
    }
  }
}
