// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.bench;

import java.util.Locale;
import org.meent.models.learner.Parallel;
import org.meent.models.policy.PolicyResult;
import org.meent.models.policy.PolicySearch;
import org.meent.protocols.run.RandomStream;

/** Cost of exact policy trees: {@code n p arms [distinct threads fewest depth]}. */
public final class PolicyBench {
  private PolicyBench() {}

  /** Prints the cost and the value. {@code distinct} 0 = continuous covariates. */
  public static void main(String[] args) {
    int n = Integer.parseInt(args[0]);
    int p = Integer.parseInt(args[1]);
    int arms = Integer.parseInt(args[2]);
    int distinct = args.length > 3 ? Integer.parseInt(args[3]) : 0;
    int threads = args.length > 4 ? Integer.parseInt(args[4]) : 1;
    int fewest = args.length > 5 ? Integer.parseInt(args[5]) : 1;
    int depth = args.length > 6 ? Integer.parseInt(args[6]) : 2;
    double[][] x = new double[p][n];
    double[][] scores = new double[arms][n];
    for (int i = 0; i < n; i++) {
      RandomStream random = RandomStream.of(1, "policy-bench", i);
      for (double[] column : x) {
        column[i] = distinct == 0 ? random.nextDouble() : random.nextInt(distinct);
      }
      for (double[] arm : scores) {
        arm[i] = random.nextGaussian();
      }
    }
    double before = ForestBench.cpu();
    try (Parallel parallel = new Parallel(threads)) {
      PolicyResult found =
          PolicySearch.withDefaults()
              .withDepth(depth)
              .withFewest(fewest)
              .search(x, scores, parallel);
      System.out.printf(
          Locale.ROOT,
          "n %d p %d arms %d depth %d cpu-s %.2f total %.6f %s%n",
          n,
          p,
          arms,
          depth,
          ForestBench.cpu() - before,
          found.total(),
          found.tree());
    }
  }
}
