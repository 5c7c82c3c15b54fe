// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.policy;

/**
 * A rule of a few questions.
 *
 * @see PolicySearch
 */
public sealed interface PolicyTree {

  /** The arm for a person with these covariates. */
  int arm(double[] covariates);

  /** Rows in the smallest leaf. */
  long smallestLeaf();

  /**
   * One arm for all who come here.
   *
   * @param arm its number
   * @param rows how many rows of the data came here
   */
  record Leaf(int arm, long rows) implements PolicyTree {
    @Override
    public int arm(double[] covariates) {
      return arm;
    }

    @Override
    public long smallestLeaf() {
      return rows;
    }
  }

  /**
   * A question: is the covariate at most the threshold?
   *
   * @param column which covariate, from 0
   * @param threshold a value that occurs in the data
   * @param low for those at or below it
   * @param high for those above it
   */
  record Question(int column, double threshold, PolicyTree low, PolicyTree high)
      implements PolicyTree {
    @Override
    public int arm(double[] covariates) {
      return (covariates[column] <= threshold ? low : high).arm(covariates);
    }

    @Override
    public long smallestLeaf() {
      return Math.min(low.smallestLeaf(), high.smallestLeaf());
    }
  }
}
