// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.learner;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.meent.protocols.run.RandomStream;
import smile.data.DataFrame;
import smile.data.formula.Formula;
import smile.regression.RandomForest;

/**
 * Smile's regression forest with every option set: its own defaults overfit, and leave the seeds to
 * chance. Knows neither sample weights nor missing values, and refuses both as a fault of the
 * caller. It runs on the threads of the platform's common pool; the result does not depend on their
 * number.
 *
 * @param trees number of trees
 * @param share share of the rows each tree sees
 * @param fewest rows in a leaf; 0 = {@code 0.2 n^0.6}
 */
public record SmileForest(int trees, double share, int fewest) implements Learner {
  private static final int DEEPEST = 20;
  private static final String TARGET = "target";

  /** 200 trees on a quarter of the rows each. */
  public static SmileForest withDefaults() {
    return new SmileForest(200, 0.25, 0);
  }

  @Override
  public String name() {
    return "smile-forest";
  }

  @Override
  public Regression fit(Design x, double[] target, double[] weights, long seed) {
    if (Arrays.stream(weights).anyMatch(w -> w != weights[0])) {
      throw new IllegalArgumentException("the Smile forest knows no sample weights");
    }
    int n = x.rows();
    int leaf = fewest > 0 ? fewest : Math.max(5, (int) (0.2 * StrictMath.pow(n, 0.6)));
    int tried = Math.min(x.width(), (int) Math.ceil(StrictMath.sqrt(x.width())) + 20);
    // Smile ignores seeds below 2.
    long[] seeds =
        IntStream.range(0, trees)
            .mapToLong(t -> 2 + (RandomStream.of(seed, "smile", t).nextLong() >>> 2))
            .toArray();
    RandomForest.Options options =
        new RandomForest.Options(trees, tried, DEEPEST, n, leaf, share, seeds, null);
    RandomForest forest = RandomForest.fit(Formula.lhs(TARGET), table(x, target), options);
    return at -> forest.predict(table(at, new double[at.rows()]));
  }

  private static DataFrame table(Design x, double[] target) {
    String[] names = new String[x.width() + 1];
    double[][] rows = new double[x.rows()][x.width() + 1];
    for (int j = 0; j < x.width(); j++) {
      names[j] = "x" + j;
      for (int i = 0; i < rows.length; i++) {
        rows[i][j] = x.at(i, j);
        if (Double.isNaN(rows[i][j])) {
          throw new IllegalArgumentException("the Smile forest knows no missing values");
        }
      }
    }
    names[x.width()] = TARGET;
    for (int i = 0; i < rows.length; i++) {
      rows[i][x.width()] = target[i];
    }
    return DataFrame.of(rows, names);
  }
}
