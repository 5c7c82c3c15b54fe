// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.learner;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.meent.protocols.literature.Reference;

/**
 * A smooth surface where trees say that the target bends, and boosting on what the surface leaves
 * over. A few boosted trees pick the covariates; an elastic net fits all products of polynomials in
 * these beside linear terms of every covariate; boosting adds what jumps, and nothing if nothing
 * does. Shallow trees with large leaves are tried and deep ones with small leaves, and what they
 * gain on rows they have not seen decides between them and says how many there are: few where noise
 * is left, up to a thousand where a bent surface is nearly without noise.
 *
 * @param screened covariates in which the surface may bend
 * @param degree total degree of the polynomials
 * @param rounds most trees of the boosting
 */
@Reference(
    authors = "J. H. Friedman, B. E. Popescu (2008)",
    title = "Predictive learning via rule ensembles",
    source = "Annals of Applied Statistics 2, 916-954",
    url = "https://doi.org/10.1214/07-AOAS148")
public record SmoothNet(int screened, int degree, int rounds) implements Learner {
  private static final BinnedBoosting SCREEN = new BinnedBoosting(15, 0.3, 4, 0.5, 50);
  private static final BinnedBoosting COARSE = BinnedBoosting.withDefaults();
  private static final BinnedBoosting FINE = new BinnedBoosting(100, 0.05, 6, 0.5, 5);

  /** Trees times rows up to which there may be more than 100 trees. */
  private static final int WORK = 2_000_000;

  /** Degree four in six covariates, at most 1,000 trees. */
  public static SmoothNet withDefaults() {
    return new SmoothNet(6, 4, 1_000);
  }

  @Override
  public String name() {
    return "smooth";
  }

  @Override
  public Regression fit(Design x, double[] target, double[] weights, long seed) {
    int[] bending = strongest(SCREEN.gains(x, target, weights, seed));
    Basis basis = Basis.of(x, SmoothTerms.of(x, bending, degree));
    Regression surface = ElasticNet.withDefaults().fit(basis, x, target, weights, seed);
    double[] rest = surface.predict(x);
    for (int i = 0; i < rest.length; i++) {
      rest[i] = target[i] - rest[i];
    }
    int most = Math.min(rounds, Math.max(COARSE.rounds(), WORK / Math.max(1, x.rows())));
    Regression jumps =
        BinnedBoosting.best(
            List.of(COARSE.withRounds(most), FINE.withRounds(most)), x, rest, weights, seed);
    return at -> {
      double[] sum = surface.predict(at);
      double[] more = jumps.predict(at);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += more[i];
      }
      return sum;
    };
  }

  private int[] strongest(double[] gains) {
    return IntStream.range(0, gains.length)
        .filter(j -> gains[j] > 0)
        .boxed()
        .sorted(Comparator.<Integer>comparingDouble(j -> -gains[j]).thenComparingInt(j -> j))
        .limit(screened)
        .sorted()
        .mapToInt(j -> j)
        .toArray();
  }
}
