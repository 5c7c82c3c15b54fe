// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.corpus;

import org.meent.disclosure.output.Dimension;

/** Places in tables: codes by number, with the total after the last. */
final class Tables {
  private Tables() {}

  /** The text of a code. */
  static String code(Dimension dimension, int index) {
    return index == dimension.categories().size()
        ? Dimension.TOTAL
        : dimension.categories().get(index);
  }

  /** Whether somebody with a code is behind a place. */
  static boolean in(Dimension dimension, int index, int code) {
    return index == code || index == dimension.categories().size();
  }
}
