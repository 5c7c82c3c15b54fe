// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.drift;

import java.util.List;
import java.util.Optional;

/**
 * The codes of a column that may be named, with counts: those that the file or the dictionary gives
 * a label, and those in at least {@value #ENOUGH_ROWS} rows. All others are only counted together.
 *
 * @param shown codes, in ascending order
 * @param rareCodes how many other codes there are
 * @param rareRows in how many rows they stand
 */
public record CodeList(List<Shown> shown, long rareCodes, long rareRows) {
  /** A code without label is named from this many rows. */
  public static final int ENOUGH_ROWS = 10;

  /**
   * A code.
   *
   * @param code as written
   * @param label its meaning; empty if it has none
   * @param count in how many rows it stands; may be 0 for one with a label
   */
  public record Shown(String code, String label, long count) {}

  /** Copies the codes. */
  public CodeList {
    shown = List.copyOf(shown);
  }

  /** The code, if it may be named. */
  Optional<Shown> find(String code) {
    return shown.stream().filter(one -> one.code().equals(code)).findFirst();
  }
}
