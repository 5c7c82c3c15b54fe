// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.learner;

import java.util.Arrays;

/** The trivial baseline: everybody gets the weighted mean. */
public record WeightedMean() implements Learner {
  @Override
  public String name() {
    return "mean";
  }

  @Override
  public Regression fit(Design x, double[] target, double[] weights, long seed) {
    double mean = of(target, weights);
    return at -> {
      double[] prediction = new double[at.rows()];
      Arrays.fill(prediction, mean);
      return prediction;
    };
  }

  static double of(double[] values, double[] weights) {
    double sum = 0;
    double total = 0;
    for (int i = 0; i < values.length; i++) {
      sum += weights[i] * values[i];
      total += weights[i];
    }
    return sum / total;
  }
}
