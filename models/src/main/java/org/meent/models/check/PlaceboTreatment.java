// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.check;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.meent.models.effect.ClusterVariance;
import org.meent.models.effect.Interval;
import org.meent.models.frame.Frame;
import org.meent.protocols.run.RandomStream;

/**
 * A treatment that nobody got: the arms are shuffled among people with about the same propensity
 * (whole clusters, where a cluster has one arm only), and its effect is estimated as the true one
 * is. It has none, so about one in twenty tests at the 5 % level should say that it has. Far more,
 * or none at all, means that the standard errors cannot be trusted here.
 *
 * @param share of shuffles whose effect was called significant
 * @param shuffles how many there were
 */
public record PlaceboTreatment(double share, int shuffles) {
  /** Shuffles of a gate. */
  public static final int SHUFFLES = 200;

  private static final int LARGEST_STRATUM = 20;
  private static final int MOST_STRATA = 50;

  /**
   * Shuffles and tests.
   *
   * @param propensity probability of treatment
   * @param centredOutcome outcome less its prediction
   */
  public static PlaceboTreatment of(
      Frame pair, double[] propensity, double[] centredOutcome, int shuffles, long seed) {
    int[][] units = units(pair);
    int[] stratum = strata(units, propensity);
    int[][] members = members(stratum);
    int rejected = 0;
    for (int k = 0; k < shuffles; k++) {
      RandomStream random = RandomStream.of(seed, "placebo-treatment", k);
      int[] arm = shuffled(pair.treatment(), units, members, random);
      rejected += significant(pair, arm, units, stratum, centredOutcome) ? 1 : 0;
    }
    return new PlaceboTreatment((double) rejected / shuffles, shuffles);
  }

  /** The gate. */
  public GateResult gate(Criteria criteria) {
    return GateResult.between(
        "placebo-treatment",
        "placebo-rejections",
        share,
        criteria.of(Criterion.PLACEBO_REJECTIONS_LEAST),
        criteria.of(Criterion.PLACEBO_REJECTIONS_MOST));
  }

  /** The rows that move together: a cluster if all clusters have one arm only, otherwise a row. */
  private static int[][] units(Frame pair) {
    int[] cluster = pair.clusters();
    int[] arm = pair.treatment();
    int[] armOf = new int[pair.clusterCount()];
    Arrays.fill(armOf, -1);
    boolean pure = true;
    for (int i = 0; i < arm.length; i++) {
      pure &= armOf[cluster[i]] == -1 || armOf[cluster[i]] == arm[i];
      armOf[cluster[i]] = arm[i];
    }
    if (!pure || !pair.clustered()) {
      return IntStream.range(0, arm.length).mapToObj(i -> new int[] {i}).toArray(int[][]::new);
    }
    int[] count = new int[armOf.length];
    for (int c : cluster) {
      count[c]++;
    }
    int[][] units = Arrays.stream(count).mapToObj(int[]::new).toArray(int[][]::new);
    for (int i = 0; i < arm.length; i++) {
      units[cluster[i]][--count[cluster[i]]] = i;
    }
    return units;
  }

  /** Strata of units with about the same propensity. */
  private static int[] strata(int[][] units, double[] propensity) {
    double[] mean =
        Arrays.stream(units)
            .mapToDouble(
                rows -> Arrays.stream(rows).mapToDouble(i -> propensity[i]).average().orElse(0))
            .toArray();
    Integer[] order = IntStream.range(0, units.length).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.<Integer>comparingDouble(u -> mean[u]).thenComparingInt(u -> u));
    int count = Math.max(1, Math.min(MOST_STRATA, units.length / LARGEST_STRATUM));
    int[] stratum = new int[units.length];
    for (int k = 0; k < order.length; k++) {
      stratum[order[k]] = (int) ((long) k * count / order.length);
    }
    return stratum;
  }

  /** The units of each stratum, ascending. */
  private static int[][] members(int[] stratum) {
    int[] count = new int[Arrays.stream(stratum).max().orElse(0) + 1];
    for (int s : stratum) {
      count[s]++;
    }
    int[][] members = Arrays.stream(count).mapToObj(int[]::new).toArray(int[][]::new);
    for (int u = stratum.length - 1; u >= 0; u--) {
      members[stratum[u]][--count[stratum[u]]] = u;
    }
    return members;
  }

  private static int[] shuffled(int[] arm, int[][] units, int[][] strata, RandomStream random) {
    int[] fresh = new int[arm.length];
    for (int[] members : strata) {
      int[] arms = Arrays.stream(members).map(u -> arm[units[u][0]]).toArray();
      random.shuffle(arms, arms.length);
      for (int k = 0; k < members.length; k++) {
        for (int i : units[members[k]]) {
          fresh[i] = arms[k];
        }
      }
    }
    return fresh;
  }

  /** Least squares of the centred outcome on the arm less its mean in the stratum. */
  private static boolean significant(
      Frame pair, int[] arm, int[][] units, int[] stratum, double[] outcome) {
    int n = arm.length;
    double[] weights = pair.weights();
    int[] of = new int[n];
    int count = 0;
    for (int u = 0; u < units.length; u++) {
      for (int i : units[u]) {
        of[i] = stratum[u];
        count = Math.max(count, stratum[u] + 1);
      }
    }
    double[] mass = new double[count];
    double[] treated = new double[count];
    double[] level = new double[count];
    for (int i = 0; i < n; i++) {
      mass[of[i]] += weights[i];
      treated[of[i]] += weights[i] * arm[i];
      level[of[i]] += weights[i] * outcome[i];
    }
    double cross = 0;
    double square = 0;
    double[] d = new double[n];
    double[] r = new double[n];
    for (int i = 0; i < n; i++) {
      boolean some = mass[of[i]] > 0;
      d[i] = some ? arm[i] - treated[of[i]] / mass[of[i]] : 0;
      r[i] = some ? outcome[i] - level[of[i]] / mass[of[i]] : 0;
      cross += weights[i] * d[i] * r[i];
      square += weights[i] * d[i] * d[i];
    }
    double effect = cross / square;
    double[] influence = new double[n];
    for (int i = 0; i < n; i++) {
      influence[i] = weights[i] * d[i] * (r[i] - effect * d[i]) / square;
    }
    ClusterVariance variance = ClusterVariance.of(influence, pair, null);
    double critical = Interval.quantile(variance.degreesOfFreedom());
    return Math.abs(effect) > critical * variance.standardError();
  }
}
