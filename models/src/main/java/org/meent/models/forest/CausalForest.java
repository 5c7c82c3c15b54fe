// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.forest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.meent.models.learner.Bins;
import org.meent.models.learner.Design;
import org.meent.models.learner.Parallel;
import org.meent.protocols.literature.Reference;
import org.meent.protocols.run.RandomStream;

/**
 * An honest causal forest whose trees come in pairs: a pair draws half of the clusters, each of its
 * trees grows on one half of those and estimates on the other. Rows outside the half get out-of-bag
 * effects; new rows hear every pair. Trees are thrown away batch by batch, so memory does not grow
 * with their number, and sums run in the order of the pairs, so results are the same bits on any
 * number of threads.
 *
 * @param trees number of trees; rounded up to pairs
 * @param fewest rows below and above the mean treatment in each child
 * @param least share of the treatment variation in each child
 * @param tried expected columns tried at a node; 0 = {@code min(p, ⌈√p⌉ + 20)}
 * @param seed of all randomness
 */
@Reference(
    authors = "S. Wager, S. Athey (2018)",
    title = "Estimation and inference of heterogeneous treatment effects using random forests",
    source = "Journal of the American Statistical Association 113, 1228-1242",
    url = "https://doi.org/10.1080/01621459.2017.1319839")
@Reference(
    authors = "S. Athey, J. Tibshirani, S. Wager (2019)",
    title = "Generalized random forests",
    source = "Annals of Statistics 47, 1148-1178",
    url = "https://doi.org/10.1214/18-AOS1709")
public record CausalForest(int trees, int fewest, double least, int tried, long seed) {
  private static final int BATCH = 32;
  private static final int BLOCK = 1024;

  /** 2,000 trees, seed 1. */
  public static CausalForest withDefaults() {
    return new CausalForest(2000, 5, 0.05, 0, 1);
  }

  /** The same with another number of trees. */
  public CausalForest withTrees(int count) {
    return new CausalForest(count, fewest, least, tried, seed);
  }

  /** The same with another least number of rows on each side of a split. */
  public CausalForest withFewest(int rows) {
    return new CausalForest(trees, rows, least, tried, seed);
  }

  /** The same with another number of columns tried. */
  public CausalForest withTried(int columns) {
    return new CausalForest(trees, fewest, least, columns, seed);
  }

  /** The same with another seed. */
  public CausalForest withSeed(long value) {
    return new CausalForest(trees, fewest, least, tried, value);
  }

  /**
   * Effects for the rows given (out of bag) and for new rows.
   *
   * @param rows the centred rows to learn from
   * @param fresh covariates of new rows; may have none
   */
  public ForestEffects fit(CentredRows rows, Design fresh, Parallel parallel) {
    Bins bins = Bins.of(rows.x());
    byte[][] codes = bins.encode(rows.x());
    byte[] byRow = Bins.byRow(codes, rows.x().rows());
    byte[] freshByRow = bins.encodeRows(fresh);
    Moments own = new Moments(rows.x().rows(), BLOCK);
    Moments other = new Moments(fresh.rows(), BLOCK);
    int pairs = (trees + 1) / 2;
    int[][] members = rows.members();
    CausalTreeGrower[] growers = new CausalTreeGrower[parallel.threads()];
    int columns = tried > 0 ? tried : (int) Math.ceil(StrictMath.sqrt(bins.width())) + 20;
    for (int k = 0; k < growers.length; k++) {
      growers[k] = new CausalTreeGrower(bins, fewest, least, Math.min(columns, bins.width()));
    }
    for (int first = 0; first < pairs; first += BATCH) {
      int count = Math.min(BATCH, pairs - first);
      Pair[] batch = new Pair[count];
      List<Callable<Boolean>> growing = new ArrayList<>();
      for (int k = 0; k < growers.length; k++) {
        int start = k;
        int from = first;
        growing.add(
            () -> {
              for (int g = start; g < count; g += growers.length) {
                batch[g] = pair(from + g, rows, members, codes, byRow, growers[start]);
              }
              return true;
            });
      }
      parallel.all(growing);
      listen(own, batch, byRow, bins.width(), true, parallel);
      listen(other, batch, freshByRow, bins.width(), false, parallel);
    }
    return ForestEffects.of(own, other);
  }

  private record Pair(CausalTree first, CausalTree second, BitSet drawn) {}

  private Pair pair(
      int number,
      CentredRows rows,
      int[][] members,
      byte[][] codes,
      byte[] byRow,
      CausalTreeGrower grower) {
    RandomStream random = RandomStream.of(seed, "pair", number);
    int clusters = members.length;
    int[] space = new int[clusters];
    for (int c = 0; c < clusters; c++) {
      space[c] = c;
    }
    int half = clusters / 2;
    for (int k = 0; k < half; k++) {
      int pick = k + random.nextInt(clusters - k);
      int swap = space[k];
      space[k] = space[pick];
      space[pick] = swap;
    }
    int[] chosen = Arrays.copyOf(space, half);
    BitSet drawn = new BitSet(rows.x().rows());
    for (int c : chosen) {
      for (int i : members[c]) {
        drawn.set(i);
      }
    }
    CausalTree[] pair = new CausalTree[2];
    for (int t = 0; t < 2; t++) {
      random.shuffle(chosen, half);
      int[] growing = rowsOf(members, chosen, 0, half / 2);
      int[] estimating = rowsOf(members, chosen, half / 2, half);
      pair[t] =
          grower.grow(codes, rows.outcome(), rows.treatment(), rows.weights(), growing, random);
      pair[t].estimate(
          byRow, codes.length, estimating, rows.outcome(), rows.treatment(), rows.weights());
    }
    return new Pair(pair[0], pair[1], drawn);
  }

  private static int[] rowsOf(int[][] members, int[] clusters, int from, int to) {
    int count = 0;
    for (int k = from; k < to; k++) {
      count += members[clusters[k]].length;
    }
    int[] rows = new int[count];
    int at = 0;
    for (int k = from; k < to; k++) {
      for (int i : members[clusters[k]]) {
        rows[at++] = i;
      }
    }
    Arrays.sort(rows);
    return rows;
  }

  /** Adds a batch of pairs to the moments of every row, blocks of rows side by side. */
  private static void listen(
      Moments moments, Pair[] batch, byte[] byRow, int width, boolean outOfBag, Parallel parallel) {
    List<Callable<Boolean>> tasks = new ArrayList<>();
    for (int block = 0; block < moments.blocks(); block++) {
      int from = moments.firstRow(block);
      int to = moments.endRow(block);
      tasks.add(
          () -> {
            for (Pair pair : batch) {
              double[] a = pair.first.means();
              double[] b = pair.second.means();
              for (int i = from; i < to; i++) {
                if (!outOfBag || !pair.drawn.get(i)) {
                  long both = pair.first.leaves(pair.second, byRow, i * width);
                  int leafA = (int) (both >>> 32) * CausalTree.MEANS;
                  int leafB = (int) both * CausalTree.MEANS;
                  moments.add(i, a, leafA, b, leafB);
                }
              }
            }
            return true;
          });
    }
    parallel.all(tasks);
  }
}
