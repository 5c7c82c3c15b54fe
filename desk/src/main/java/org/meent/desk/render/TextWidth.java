// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.render;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * How wide a text is at most, without asking the platform: a fixed table with the advance widths of
 * DejaVu Sans, the widest of the fonts that a figure names, so that what fits here fits everywhere.
 */
final class TextWidth {
  /** Hundredths of the font size, for the characters from space to tilde. */
  private static final int[] ASCII = {
    32, 40, 46, 84, 64, 95, 78, 27, 39, 39, 50, 84, 32, 36, 32, 34, //
    64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 34, 34, 84, 84, 84, 53, //
    100, 68, 69, 70, 77, 63, 58, 77, 75, 29, 29, 66, 56, 86, 75, 79, //
    60, 79, 69, 63, 61, 73, 68, 99, 69, 61, 69, 39, 34, 39, 84, 50, //
    50, 61, 63, 55, 63, 62, 35, 63, 63, 28, 28, 58, 28, 97, 63, 61, //
    63, 63, 41, 52, 39, 63, 59, 82, 59, 59, 52, 64, 34, 64, 84
  };

  private TextWidth() {}

  /** Width in units of the drawing, for a font of this size; bold adds a tenth. */
  static double of(String text, double size) {
    long hundredths =
        Normalizer.normalize(text, Normalizer.Form.NFD).codePoints().mapToLong(TextWidth::of).sum();
    return hundredths * size / 100;
  }

  private static long of(int c) {
    if (c >= ' ' && c <= '~') {
      return ASCII[c - ' '];
    }
    if (c == 0x00A0) {
      return 32;
    }
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    return Character.isIdeographic(c) || (c > 0x1100 && c < 0x1200) || c > 0x2E80 ? 120 : 84;
  }

  /**
   * Lines no wider than asked, broken at blanks; a word that is too wide is broken where it must.
   */
  static List<String> wrap(String text, double width, double size) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : VisibleText.line(text).strip().split(" +", -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (of(longer, size) <= width) {
        line = longer;
        continue;
      }
      if (!line.isEmpty()) {
        lines.add(line);
      }
      line = breakWord(word, width, size, lines);
    }
    lines.add(line);
    return lines;
  }

  /** Adds whole lines of a long word to {@code lines} and gives the rest back. */
  private static String breakWord(String word, double width, double size, List<String> lines) {
    String rest = word;
    while (of(rest, size) > width && rest.codePointCount(0, rest.length()) > 1) {
      int end = rest.offsetByCodePoints(0, 1);
      int next = rest.offsetByCodePoints(end, 1);
      int hyphen = -1;
      while (of(rest.substring(0, next) + "-", size) <= width) {
        end = next;
        hyphen = rest.charAt(end - 1) == '-' ? end : hyphen;
        next = rest.offsetByCodePoints(end, 1);
      }
      int cut = hyphen > 0 ? hyphen : end;
      lines.add(rest.substring(0, cut) + (hyphen > 0 ? "" : "-"));
      rest = rest.substring(cut);
    }
    return rest;
  }

  /** The widest of some texts. */
  static double widest(List<String> texts, double size) {
    return texts.stream().mapToDouble(t -> of(t, size)).max().orElse(0);
  }
}
