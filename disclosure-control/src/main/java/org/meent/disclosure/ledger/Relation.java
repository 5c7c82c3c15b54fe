// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.ledger;

/**
 * Figures of which a linear combination is zero.
 *
 * @param figures places of distinct figures
 * @param signs 1 or -1 for each
 */
record Relation(int[] figures, byte[] signs) {

  /** The whole is the sum of its parts. */
  static Relation sum(int whole, int... parts) {
    int[] figures = new int[parts.length + 1];
    byte[] signs = new byte[figures.length];
    figures[0] = whole;
    signs[0] = -1;
    for (int k = 0; k < parts.length; k++) {
      figures[k + 1] = parts[k];
      signs[k + 1] = 1;
    }
    return new Relation(figures, signs);
  }
}
