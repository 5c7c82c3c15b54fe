// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.stata;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * What differs between versions of the format: lengths in bytes.
 *
 * @param number 113 to 115 and 117 to 119
 * @param name length of a name with its zero byte
 * @param format length of a display format
 * @param label length of a label of a column
 */
record StataVersion(int number, int name, int format, int label) {
  static StataVersion of(int number) {
    return switch (number) {
      case 113 -> new StataVersion(number, 33, 12, 81);
      case 114, 115, 117 -> new StataVersion(number, 33, 49, 81);
      default -> new StataVersion(number, 129, 57, 321);
    };
  }

  /** Before version 118 the file does not say its character set. */
  Charset charset() {
    return number >= 118 ? StandardCharsets.UTF_8 : Charset.forName("windows-1252");
  }

  /** Bits of the number of the column in a reference to a long text. */
  int columnBits() {
    return switch (number) {
      case 117 -> 32;
      case 118 -> 16;
      default -> 24;
    };
  }
}
