// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.policy;

/**
 * What a tree gives to each row, and through which leaf. For sums over rows only; it is never
 * written for a person.
 *
 * @param arm the arm of each row
 * @param leaf the number of its leaf, from 0, left to right
 */
record Assignment(int[] arm, int[] leaf) {

  static Assignment of(PolicyTree tree, double[][] columns) {
    int n = columns.length == 0 ? 0 : columns[0].length;
    int[] arm = new int[n];
    int[] leaf = new int[n];
    for (int i = 0; i < n; i++) {
      PolicyTree at = tree;
      while (at instanceof PolicyTree.Question question) {
        boolean low = columns[question.column()][i] <= question.threshold();
        leaf[i] += low ? 0 : leaves(question.low());
        at = low ? question.low() : question.high();
      }
      arm[i] = ((PolicyTree.Leaf) at).arm();
    }
    return new Assignment(arm, leaf);
  }

  private static int leaves(PolicyTree tree) {
    return switch (tree) {
      case PolicyTree.Leaf leaf -> 1;
      case PolicyTree.Question question -> leaves(question.low()) + leaves(question.high());
    };
  }

  /** The sum of scores. */
  double total(double[][] scores) {
    double total = 0;
    for (int i = 0; i < arm.length; i++) {
      total += scores[arm[i]][i];
    }
    return total;
  }
}
