// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

/**
 * How records are linked.
 *
 * @param threads threads; the result does not depend on them
 * @param threshold smallest probability of a link that is given out
 * @param mostRounds rounds after which EM gives up; the result then says that it did not converge
 */
public record LinkageMethod(int threads, double threshold, int mostRounds) {

  /** Checks the numbers. */
  public LinkageMethod {
    if (threads < 1 || mostRounds < 1 || !(threshold > 0 && threshold < 1)) {
      throw new IllegalArgumentException(
          "threads and rounds must be positive, the threshold in (0, 1)");
    }
  }

  LinkageMethod withThreads(int number) {
    return new LinkageMethod(number, threshold, mostRounds);
  }

  LinkageMethod withThreshold(double probability) {
    return new LinkageMethod(threads, probability, mostRounds);
  }

  LinkageMethod withMostRounds(int rounds) {
    return new LinkageMethod(threads, threshold, rounds);
  }
}
