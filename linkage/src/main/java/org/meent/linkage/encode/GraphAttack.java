// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.encode;

import java.util.Arrays;
import org.meent.protocols.literature.Reference;

/**
 * Encodes the known population with a key of the attacker's own and compares how similar each
 * record is to the others: a record with the same profile of similarities is taken for the person.
 */
@Reference(
    authors = "A. Vidanage, P. Christen, T. Ranbaduge, R. Schnell (2020)",
    title = "A graph matching attack on privacy-preserving record linkage",
    source = "CIKM 2020, 1485-1494",
    url = "https://doi.org/10.1145/3340531.3411931")
final class GraphAttack {
  private static final int NEAREST = 15;
  private static final int QUANTILES = 10;

  private GraphAttack() {}

  /** Per encoded record the person it is taken for, -1 if nobody. */
  static int[] guess(Encoded encoded, Encoded known) {
    double[][] here = profiles(encoded);
    double[][] there = profiles(known);
    int n = here.length;
    int[] nearest = new int[n];
    int[] back = new int[n];
    double[] closest = new double[n];
    Arrays.fill(closest, Double.POSITIVE_INFINITY);
    for (int r = 0; r < n; r++) {
      double best = Double.POSITIVE_INFINITY;
      for (int p = 0; p < n; p++) {
        double distance = distance(here[r], there[p]);
        if (distance < best) {
          best = distance;
          nearest[r] = p;
        }
        if (distance < closest[p]) {
          closest[p] = distance;
          back[p] = r;
        }
      }
    }
    int[] guesses = new int[n];
    for (int r = 0; r < n; r++) {
      guesses[r] = back[nearest[r]] == r ? nearest[r] : -1;
    }
    return guesses;
  }

  /** The largest similarities and quantiles of all, each in units of its spread. */
  private static double[][] profiles(Encoded encoded) {
    int n = encoded.size();
    double[][] profiles = new double[n][NEAREST + QUANTILES];
    for (int r = 0; r < n; r++) {
      double[] similar = new double[n - 1];
      for (int p = 0, k = 0; p < n; p++) {
        if (p != r) {
          similar[k++] = encoded.dice(r, p);
        }
      }
      Arrays.sort(similar);
      for (int k = 0; k < NEAREST; k++) {
        profiles[r][k] = similar[n - 2 - k];
      }
      for (int q = 0; q < QUANTILES; q++) {
        profiles[r][NEAREST + q] = similar[(n - 2) * q / QUANTILES];
      }
    }
    standardise(profiles);
    return profiles;
  }

  private static void standardise(double[][] profiles) {
    int n = profiles.length;
    for (int k = 0; k < profiles[0].length; k++) {
      double sum = 0;
      double squares = 0;
      for (double[] profile : profiles) {
        sum += profile[k];
        squares += profile[k] * profile[k];
      }
      double mean = sum / n;
      double spread = StrictMath.sqrt(Math.max(1e-12, squares / n - mean * mean));
      for (double[] profile : profiles) {
        profile[k] = (profile[k] - mean) / spread;
      }
    }
  }

  private static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += Math.abs(a[k] - b[k]);
    }
    return sum;
  }
}
