// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.render;

import java.util.Locale;

/**
 * Text in which nothing is hidden. Control characters, text direction overrides, zero-width and
 * unassigned characters can carry a message past a checker's eye, or a command to a terminal; they
 * are shown by their number, such as {@code ‹U+202E›}, and never dropped. Line feeds and tabs stay.
 */
final class VisibleText {
  private VisibleText() {}

  /** The text with every invisible character shown by its number; CR LF becomes LF. */
  static String of(String text) {
    String lines = text.replace("\r\n", "\n");
    if (lines.codePoints().noneMatch(VisibleText::hidden)) {
      return lines;
    }
    StringBuilder shown = new StringBuilder();
    lines
        .codePoints()
        .forEach(
            c -> {
              if (hidden(c)) {
                shown.append(String.format(Locale.ROOT, "‹U+%04X›", c));
              } else {
                shown.appendCodePoint(c);
              }
            });
    return shown.toString();
  }

  /** As {@link #of(String)}, on one line. */
  static String line(String text) {
    return of(text).replace('\n', ' ').replace('\t', ' ');
  }

  private static boolean hidden(int c) {
    if (c == '\n' || c == '\t') {
      return false;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> variationSelector(c) || blankLetter(c);
    };
  }

  private static boolean variationSelector(int c) {
    return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
  }

  /** Letters and marks that draw nothing. */
  private static boolean blankLetter(int c) {
    return c == 0x034F || c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0 || c == 0x2800;
  }
}
