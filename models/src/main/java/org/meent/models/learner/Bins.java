// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.learner;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What turns covariates into columns of codes below 64: 0 is missing. Of an ordered covariate 1 …
 * 63 are bins: one with at most 63 different values keeps them all, one with more is cut at its
 * quantiles, so that bins hold about equally many rows. The columns of a category become one, whose
 * code is the place of the category. The codes of a node then fit into one word of bits, which is
 * what makes small nodes cheap.
 */
public final class Bins {
  /** Number of codes, the one for missing included. */
  public static final int CODES = 64;

  private final List<Coded> coded;

  private Bins(List<Coded> coded) {
    this.coded = List.copyOf(coded);
  }

  /** A column of codes. */
  private sealed interface Coded {
    /** The first column of the design that it comes from. */
    int first();

    /** How many columns of the design it stands for. */
    int count();

    /** The code of a row. */
    int code(Design x, int row);
  }

  private record Ordered(int first, double[] cuts) implements Coded {
    @Override
    public int count() {
      return 1;
    }

    @Override
    public int code(Design x, int row) {
      double value = x.at(row, first);
      if (Double.isNaN(value)) {
        return 0;
      }
      int low = 0;
      int high = cuts.length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (cuts[middle] < value) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return 1 + low;
    }
  }

  private record Category(int first, int count) implements Coded {
    private static final double HALF = 0.5;

    @Override
    public int code(Design x, int row) {
      if (Double.isNaN(x.at(row, first))) {
        return 0;
      }
      int code = 1;
      for (int k = 0; k < count; k++) {
        code = x.at(row, first + k) > HALF ? k + 2 : code;
      }
      return code;
    }
  }

  /** Learns the codes of every covariate. */
  public static Bins of(Design x) {
    List<Coded> coded = new ArrayList<>();
    int next = 0;
    for (CategoryColumns category : x.categories()) {
      ordered(x, next, category.first(), coded);
      coded.add(new Category(category.first(), category.count()));
      next = category.first() + category.count();
    }
    ordered(x, next, x.width(), coded);
    return new Bins(coded);
  }

  private static void ordered(Design x, int from, int to, List<Coded> coded) {
    for (int j = from; j < to; j++) {
      coded.add(new Ordered(j, cutsOf(x.column(j))));
    }
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

  /** Number of columns of codes. */
  public int width() {
    return coded.size();
  }

  /** Whether the codes of a column have no order. */
  public boolean isCategory(int column) {
    return coded.get(column) instanceof Category;
  }

  /** What belongs to columns of codes, shared out over the columns of the design. */
  double[] perCovariate(double[] perColumn) {
    Coded last = coded.getLast();
    double[] shared = new double[last.first() + last.count()];
    for (int j = 0; j < perColumn.length; j++) {
      Coded of = coded.get(j);
      Arrays.fill(shared, of.first(), of.first() + of.count(), perColumn[j] / of.count());
    }
    return shared;
  }

  /** The codes of every column. */
  public byte[][] encode(Design x) {
    byte[][] codes = new byte[coded.size()][x.rows()];
    for (int j = 0; j < codes.length; j++) {
      Coded of = coded.get(j);
      for (int i = 0; i < codes[j].length; i++) {
        codes[j][i] = (byte) of.code(x, i);
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
}
