// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.spss;

import java.util.ArrayList;
import java.util.List;

/** A variable as its record says it, before names, widths and texts are put together. */
final class SavVariable {
  /** Its place in a row, in units of 8 bytes. */
  final int element;

  /** 0 for numbers, otherwise the number of bytes of text, 1 to 255. */
  final int width;

  final byte[] shortName;
  final byte[] label;
  final int print;

  /** 0 to 3 codes, -2 a range, -3 a range and a code. */
  final int missingKind;

  /** Eight bytes per missing code. */
  final List<byte[]> missing = new ArrayList<>();

  /** Shared by all variables that the record names. */
  List<RawLabel> labels = List.of();

  int measure;
  int displayWidth;

  /**
   * A value and what it means, in bytes.
   *
   * @param value 8 bytes, or all bytes of a long text
   * @param label the meaning
   */
  record RawLabel(byte[] value, byte[] label) {}

  SavVariable(int element, int width, byte[] shortName, byte[] label, int print, int missingKind) {
    this.element = element;
    this.width = width;
    this.shortName = shortName;
    this.label = label;
    this.print = print;
    this.missingKind = missingKind;
  }
}
