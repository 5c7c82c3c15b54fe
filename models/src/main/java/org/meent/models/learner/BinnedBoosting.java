// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.learner;

import java.util.ArrayList;
import java.util.List;
import org.meent.protocols.literature.Reference;
import org.meent.protocols.run.RandomStream;

/**
 * Gradient boosting of the squared error with shallow trees on byte codes, each on a fresh
 * subsample.
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
    int n = x.rows();
    int p = x.width();
    Bins bins = Bins.of(x);
    byte[][] codes = bins.encode(x);
    byte[] byRow = bins.encodeRows(x);
    double start = WeightedMean.of(target, weights);
    double[] residual = new double[n];
    for (int i = 0; i < n; i++) {
      residual[i] = target[i] - start;
    }
    RegressionTreeGrower grower = new RegressionTreeGrower(p, fewest, deepest, p);
    List<BinnedTree> grown = new ArrayList<>(rounds);
    int[] space = new int[n];
    int m = Math.max(1, (int) (share * n));
    for (int t = 0; t < rounds; t++) {
      RandomStream random = RandomStream.of(seed, "boosting", t);
      int[] sample = Sampling.without(space, n, m, random);
      BinnedTree tree = grower.grow(codes, residual, weights, sample, random);
      for (int i = 0; i < n; i++) {
        residual[i] -= rate * tree.value(tree.leaf(byRow, i * p));
      }
      grown.add(tree);
    }
    return at -> sum(grown, start, bins.encodeRows(at), at.rows(), p);
  }

  private double[] sum(List<BinnedTree> trees, double start, byte[] codes, int n, int p) {
    double[] prediction = new double[n];
    for (int i = 0; i < n; i++) {
      double value = start;
      for (BinnedTree tree : trees) {
        value += rate * tree.value(tree.leaf(codes, i * p));
      }
      prediction[i] = value;
    }
    return prediction;
  }
}
