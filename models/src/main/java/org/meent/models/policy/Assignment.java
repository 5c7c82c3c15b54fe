// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.policy;

import java.util.ArrayList;
import java.util.List;

/**
 * What a tree gives to each row, and through which leaf. For sums over rows only; it is never
 * written for a person.
 *
 * @param arm the arm of each row
 * @param leaf the number of its leaf, from 0, left to right
 */
record Assignment(int[] arm, int[] leaf) {

  static Assignment of(PolicyTree tree, double[][] columns) {
    List<PolicyTree.Leaf> leaves = new ArrayList<>();
    collect(tree, leaves);
    int n = columns.length == 0 ? 0 : columns[0].length;
    int[] arm = new int[n];
    int[] leaf = new int[n];
    for (int i = 0; i < n; i++) {
      PolicyTree.Leaf found = leaf(tree, columns, i);
      arm[i] = found.arm();
      for (int l = 0; l < leaves.size(); l++) {
        if (leaves.get(l) == found) {
          leaf[i] = l;
        }
      }
    }
    return new Assignment(arm, leaf);
  }

  private static void collect(PolicyTree tree, List<PolicyTree.Leaf> leaves) {
    switch (tree) {
      case PolicyTree.Leaf leaf -> leaves.add(leaf);
      case PolicyTree.Question question -> {
        collect(question.low(), leaves);
        collect(question.high(), leaves);
      }
    }
  }

  private static PolicyTree.Leaf leaf(PolicyTree tree, double[][] columns, int row) {
    PolicyTree at = tree;
    while (at instanceof PolicyTree.Question question) {
      at =
          columns[question.column()][row] <= question.threshold()
              ? question.low()
              : question.high();
    }
    return (PolicyTree.Leaf) at;
  }

  /** The sum of scores. */
  double total(double[][] scores) {
    double total = 0;
    for (int i = 0; i < arm.length; i++) {
      total += scores[arm[i]][i];
    }
    return total;
  }

  /** The share of rows that each arm gets. */
  double[] shares(int arms) {
    double[] shares = new double[arms];
    for (int a : arm) {
      shares[a] += 1.0 / arm.length;
    }
    return shares;
  }
}
