// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.learner;

import org.meent.protocols.literature.Reference;

/**
 * The order in which the codes of a node are moved to the left side of a split, and which codes a
 * threshold in it sends left. Ordered columns go up by code. Categories go up by their mean target:
 * for a squared error the best division of categories into two is one of these. Not for sharing
 * between threads.
 */
@Reference(
    authors = "W. D. Fisher (1958)",
    title = "On grouping for maximum homogeneity",
    source = "Journal of the American Statistical Association 53, 789-798",
    url = "https://doi.org/10.1080/01621459.1958.10501479")
public final class CodeOrder {
  private static final long MISSING = 1;

  private final int[] codes = new int[Bins.CODES];
  private int size;

  /** Number of codes. */
  public int size() {
    return size;
  }

  /** The code at a place. */
  public int at(int place) {
    return codes[place];
  }

  /** Codes that hold rows, one bit each, ascending. */
  public void ascending(long filled) {
    size = 0;
    for (long bits = filled; bits != 0; bits &= bits - 1) {
      codes[size++] = Long.numberOfTrailingZeros(bits);
    }
  }

  /**
   * Categories that hold rows, by mean target and then by code; missing is one of them.
   *
   * @param bins sums of target and of weight of each code, four numbers a code
   */
  public void byMean(long filled, double[] bins) {
    ascending(filled);
    for (int k = 1; k < size; k++) {
      int code = codes[k];
      double mean = mean(bins, code);
      int place = k;
      while (place > 0 && mean(bins, codes[place - 1]) > mean) {
        codes[place] = codes[place - 1];
        place--;
      }
      codes[place] = code;
    }
  }

  private static double mean(double[] bins, int code) {
    double mass = bins[(code << 2) + 1];
    return mass > 0 ? bins[code << 2] / mass : 0;
  }

  /**
   * The codes that go left when all up to a place do, one bit each. Codes that the node has not
   * seen go with their neighbours in an ordered column, and otherwise with the larger side.
   *
   * @param missingRight whether missing values of an ordered column were left right
   * @param largerLeft whether the left side is the larger
   */
  public long left(int place, boolean missingRight, boolean largerLeft, boolean category) {
    return category ? firstCategories(place, largerLeft) : upTo(place, missingRight, largerLeft);
  }

  private long upTo(int place, boolean missingRight, boolean largerLeft) {
    long left = ((2L << codes[place]) - 1) & ~MISSING;
    boolean missingSeen = codes[0] == 0;
    return (missingSeen ? !missingRight : largerLeft) ? left | MISSING : left;
  }

  private long firstCategories(int place, boolean largerLeft) {
    long left = 0;
    long right = 0;
    for (int k = 0; k < size; k++) {
      if (k <= place) {
        left |= 1L << codes[k];
      } else {
        right |= 1L << codes[k];
      }
    }
    return largerLeft ? ~right : left;
  }
}
