// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.source;

import java.util.List;
import java.util.OptionalLong;

/** Whom a row is of, and under which number it therefore goes on. */
interface RowKeys {

  /**
   * The numbers of the present row, none twice; none if it goes no further.
   *
   * @param row the row
   * @param file file in which it stands
   * @param day first day on which it holds; empty if it has no time or the day is not known
   */
  List<Long> of(DeclaredRows row, String file, OptionalLong day);
}
