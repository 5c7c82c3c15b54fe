// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.tree;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.meent.linkage.world.register.RegisterFile;

/**
 * What a text file looks like.
 *
 * @param separator between values
 * @param decimal the decimal mark
 * @param charset its character set
 * @param mark whether it begins with a byte order mark
 * @param dates how dates are written
 */
record TextLayout(char separator, char decimal, Charset charset, boolean mark, Dates dates) {

  /** How dates are written. */
  enum Dates {
    /** 2024-02-29. */
    ISO,
    /** 20240229. */
    EIGHT,
    /** 29-02-2024. */
    DUTCH,
    /** Days since 30 December 1899, as Excel counts. */
    EXCEL
  }

  /** The layout of a file. */
  static TextLayout of(RegisterFile.Layout layout) {
    return switch (layout) {
      case REGISTER, VENDOR_1 ->
          new TextLayout(';', ',', StandardCharsets.UTF_8, false, Dates.EIGHT);
      case TRUTH -> new TextLayout(',', '.', StandardCharsets.UTF_8, false, Dates.ISO);
      case VENDOR_2 ->
          new TextLayout(';', ',', Charset.forName("windows-1252"), false, Dates.DUTCH);
      case VENDOR_3 -> new TextLayout(',', '.', StandardCharsets.UTF_8, true, Dates.EXCEL);
    };
  }
}
