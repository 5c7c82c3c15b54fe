// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.learner;

import java.util.Arrays;

/**
 * Cuts that turn each column into codes below 64: 0 is missing, 1 … 63 are ordered bins. A column
 * with at most 63 different values keeps them all; one with more is cut at its quantiles, so that
 * bins hold about equally many rows. The bins that hold rows of a node then fit into one word of
 * bits, which is what makes small nodes cheap.
 */
public final class Bins {
  /** Number of codes, the one for missing included. */
  public static final int CODES = 64;

  private final double[][] cuts;

  private Bins(double[][] cuts) {
    this.cuts = cuts;
  }

  /** Learns the cuts of every column. */
  public static Bins of(Design x) {
    double[][] cuts = new double[x.width()][];
    for (int j = 0; j < cuts.length; j++) {
      cuts[j] = cutsOf(x.column(j));
    }
    return new Bins(cuts);
  }

  /** Upper ends of all bins but the last: code = 1 + number of cuts below the value. */
  private static double[] cutsOf(double[] column) {
    double[] sorted =
        Arrays.stream(column).filter(v -> !Double.isNaN(v)).map(v -> v + 0.0).toArray();
    Arrays.sort(sorted);
    double[] distinct = Arrays.stream(sorted).distinct().toArray();
    int most = CODES - 1;
    if (distinct.length <= most) {
      double[] cuts = new double[Math.max(0, distinct.length - 1)];
      for (int k = 0; k < cuts.length; k++) {
        cuts[k] = between(distinct[k], distinct[k + 1]);
      }
      return cuts;
    }
    double[] cuts = new double[most - 1];
    int count = 0;
    for (int k = 1; k < most; k++) {
      int at = (int) ((long) k * sorted.length / most);
      double low = sorted[at - 1];
      double high = sorted[at];
      if (low < high) {
        cuts[count++] = between(low, high);
      } else if (count == 0 || cuts[count - 1] < low) {
        cuts[count++] = low;
      }
    }
    return Arrays.stream(cuts, 0, count).distinct().toArray();
  }

  private static double between(double low, double high) {
    double middle = low + (high - low) / 2;
    return middle < high ? middle : low;
  }

  /** Number of columns. */
  public int width() {
    return cuts.length;
  }

  /** The codes of every column. */
  public byte[][] encode(Design x) {
    byte[][] codes = new byte[cuts.length][x.rows()];
    for (int j = 0; j < cuts.length; j++) {
      double[] column = x.column(j);
      for (int i = 0; i < codes[j].length; i++) {
        codes[j][i] = (byte) code(j, column[i]);
      }
    }
    return codes;
  }

  /** The codes row after row, {@link #width()} bytes each. */
  public byte[] encodeRows(Design x) {
    return byRow(encode(x), x.rows());
  }

  /** The same codes as by column, row after row. */
  public static byte[] byRow(byte[][] codes, int rows) {
    int p = codes.length;
    byte[] turned = new byte[Math.multiplyExact(rows, p)];
    for (int j = 0; j < p; j++) {
      byte[] column = codes[j];
      for (int i = 0, at = j; i < rows; i++, at += p) {
        turned[at] = column[i];
      }
    }
    return turned;
  }

  private int code(int j, double value) {
    if (Double.isNaN(value)) {
      return 0;
    }
    double[] cut = cuts[j];
    int low = 0;
    int high = cut.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (cut[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return 1 + low;
  }
}
