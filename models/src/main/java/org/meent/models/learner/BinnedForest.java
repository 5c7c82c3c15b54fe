// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.learner;

import java.util.ArrayList;
import java.util.List;
import org.meent.protocols.literature.Reference;
import org.meent.protocols.run.RandomStream;

/**
 * A regression forest on byte codes: subsamples without replacement, large leaves, sample weights,
 * missing values by themselves. For 0/1 targets it gives probabilities.
 *
 * @param trees number of trees
 * @param share share of the rows each tree sees
 * @param fewest rows in a leaf; 0 = {@code 0.2 n^0.6}, which is 50 at 10,000 rows and 200 at
 *     100,000
 * @param tried columns tried at a node; 0 = {@code min(p, ⌈√p⌉ + 20)}
 */
@Reference(
    authors = "L. Breiman (2001)",
    title = "Random forests",
    source = "Machine Learning 45, 5-32",
    url = "https://doi.org/10.1023/A:1010933404324")
@Reference(
    authors = "B. E. T. H. Twala, M. C. Jones, D. J. Hand (2008)",
    title = "Good methods for coping with missing data in decision trees",
    source = "Pattern Recognition Letters 29, 950-956",
    url = "https://doi.org/10.1016/j.patrec.2008.01.010")
public record BinnedForest(int trees, double share, int fewest, int tried) implements Learner {
  private static final int DEEPEST = 40;

  /** 100 trees on a quarter of the rows each. */
  public static BinnedForest withDefaults() {
    return new BinnedForest(100, 0.25, 0, 0);
  }

  /** The same with another number of trees. */
  public BinnedForest withTrees(int count) {
    return new BinnedForest(count, share, fewest, tried);
  }

  /** The same with another share of rows per tree. */
  public BinnedForest withShare(double part) {
    return new BinnedForest(trees, part, fewest, tried);
  }

  /** The same with another least leaf size. */
  public BinnedForest withFewest(int rows) {
    return new BinnedForest(trees, share, rows, tried);
  }

  @Override
  public String name() {
    return "forest";
  }

  @Override
  public Regression fit(Design x, double[] target, double[] weights, long seed) {
    int n = x.rows();
    Bins bins = Bins.of(x);
    int p = bins.width();
    byte[][] codes = bins.encode(x);
    int leaf = fewest > 0 ? fewest : Math.max(5, (int) (0.2 * StrictMath.pow(n, 0.6)));
    int columns = tried > 0 ? tried : (int) Math.ceil(StrictMath.sqrt(p)) + 20;
    RegressionTreeGrower grower = new RegressionTreeGrower(bins, leaf, DEEPEST, columns);
    int m = Math.min(n, Math.max(2 * leaf, (int) (share * n)));
    List<BinnedTree> grown = new ArrayList<>(trees);
    int[] rows = new int[n];
    for (int t = 0; t < trees; t++) {
      RandomStream random = RandomStream.of(seed, "forest", t);
      int[] sample = Sampling.without(rows, n, m, random);
      grown.add(grower.grow(codes, target, weights, sample, random));
    }
    return at -> average(grown, bins.encodeRows(at), at.rows(), p);
  }

  private static double[] average(List<BinnedTree> trees, byte[] codes, int n, int p) {
    double[] prediction = new double[n];
    for (BinnedTree tree : trees) {
      for (int i = 0; i < n; i++) {
        prediction[i] += tree.value(tree.leaf(codes, i * p));
      }
    }
    for (int i = 0; i < n; i++) {
      prediction[i] /= trees.size();
    }
    return prediction;
  }
}
