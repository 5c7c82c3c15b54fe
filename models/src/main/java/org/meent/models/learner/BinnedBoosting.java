// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.learner;

import java.util.ArrayList;
import java.util.List;
import org.meent.protocols.literature.Reference;
import org.meent.protocols.run.RandomStream;

/**
 * Gradient boosting of the squared error with shallow trees on byte codes, each on a fresh
 * subsample. What a tree gains on the rows it has not seen is added up, and trees after the highest
 * sum are left out.
 *
 * @param rounds number of trees
 * @param rate how much of each tree is added
 * @param deepest levels of each tree
 * @param share share of the rows each tree sees
 * @param fewest rows in a leaf
 */
@Reference(
    authors = "J. H. Friedman (2002)",
    title = "Stochastic gradient boosting",
    source = "Computational Statistics & Data Analysis 38, 367-378",
    url = "https://doi.org/10.1016/S0167-9473(01)00065-2")
public record BinnedBoosting(int rounds, double rate, int deepest, double share, int fewest)
    implements Learner {
  private static final int PATIENCE = 15;

  /** 100 trees of four levels at rate 0.05 on half of the rows. */
  public static BinnedBoosting withDefaults() {
    return new BinnedBoosting(100, 0.05, 4, 0.5, 50);
  }

  /** The same with another number of rounds. */
  public BinnedBoosting withRounds(int count) {
    return new BinnedBoosting(count, rate, deepest, share, fewest);
  }

  @Override
  public String name() {
    return "boosting";
  }

  @Override
  public Regression fit(Design x, double[] target, double[] weights, long seed) {
    return predictor(grow(x, target, weights, seed));
  }

  /**
   * Learns by each of several ways and keeps what gains most on the rows its trees had not seen.
   */
  static Regression best(
      List<BinnedBoosting> ways, Design x, double[] target, double[] weights, long seed) {
    BinnedBoosting best = ways.getFirst();
    Grown most = best.grow(x, target, weights, seed);
    for (BinnedBoosting way : ways.subList(1, ways.size())) {
      Grown grown = way.grow(x, target, weights, seed);
      if (grown.gain > most.gain) {
        best = way;
        most = grown;
      }
    }
    return best.predictor(most);
  }

  private Regression predictor(Grown grown) {
    return at -> sum(grown, grown.bins.encodeRows(at), at.rows());
  }

  /** How much of the squared error each column of the design takes away. */
  double[] gains(Design x, double[] target, double[] weights, long seed) {
    Grown grown = grow(x, target, weights, seed);
    return grown.bins.perCovariate(grown.gains);
  }

  private record Grown(
      Bins bins, double start, List<BinnedTree> trees, double[] gains, double gain) {}

  private Grown grow(Design x, double[] target, double[] weights, long seed) {
    int n = x.rows();
    Bins bins = Bins.of(x);
    int p = bins.width();
    byte[][] codes = bins.encode(x);
    byte[] byRow = Bins.byRow(codes, n);
    double start = WeightedMean.of(target, weights);
    double[] residual = new double[n];
    for (int i = 0; i < n; i++) {
      residual[i] = target[i] - start;
    }
    RegressionTreeGrower grower = new RegressionTreeGrower(bins, fewest, deepest, p);
    List<BinnedTree> grown = new ArrayList<>(rounds);
    int[] space = new int[n];
    int m = Math.max(1, (int) (share * n));
    double gain = 0;
    double most = 0;
    int kept = 0;
    for (int t = 0; t < rounds && t < kept + PATIENCE; t++) {
      RandomStream random = RandomStream.of(seed, "boosting", t);
      int[] sample = Sampling.without(space, n, m, random);
      BinnedTree tree = grower.grow(codes, residual, weights, sample, random);
      grown.add(tree);
      gain += step(tree, byRow, p, residual, weights, sample);
      if (gain > most) {
        most = gain;
        kept = t + 1;
      }
    }
    return new Grown(bins, start, List.copyOf(grown.subList(0, kept)), grower.gains(), most);
  }

  /** Takes a tree from the residuals; how much that helped the rows it has not seen. */
  private double step(
      BinnedTree tree, byte[] codes, int p, double[] residual, double[] weights, int[] sample) {
    double gain = 0;
    int next = 0;
    for (int i = 0; i < residual.length; i++) {
      double before = residual[i];
      residual[i] -= rate * tree.value(tree.leaf(codes, i * p));
      if (next < sample.length && sample[next] == i) {
        next++;
      } else {
        gain += weights[i] * (before * before - residual[i] * residual[i]);
      }
    }
    return gain;
  }

  private double[] sum(Grown grown, byte[] codes, int n) {
    int p = grown.bins.width();
    double[] prediction = new double[n];
    for (int i = 0; i < n; i++) {
      double value = grown.start;
      for (BinnedTree tree : grown.trees) {
        value += rate * tree.value(tree.leaf(codes, i * p));
      }
      prediction[i] = value;
    }
    return prediction;
  }
}
