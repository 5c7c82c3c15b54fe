// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.forest;

import org.meent.models.learner.Design;

/**
 * Rows from which the predictable part of outcome and treatment was taken.
 *
 * @param x covariates
 * @param outcome outcome less its cross-fitted prediction
 * @param treatment treatment less its cross-fitted prediction
 * @param weights sample weights
 * @param cluster cluster of each row, from 0 without gaps
 * @param clusters number of clusters
 */
public record CentredRows(
    Design x, double[] outcome, double[] treatment, double[] weights, int[] cluster, int clusters) {

  /** The rows of each cluster. */
  int[][] members() {
    int[] count = new int[clusters];
    for (int c : cluster) {
      count[c]++;
    }
    int[][] members = new int[clusters][];
    for (int c = 0; c < clusters; c++) {
      members[c] = new int[count[c]];
      count[c] = 0;
    }
    for (int i = 0; i < cluster.length; i++) {
      members[cluster[i]][count[cluster[i]]++] = i;
    }
    return members;
  }
}
