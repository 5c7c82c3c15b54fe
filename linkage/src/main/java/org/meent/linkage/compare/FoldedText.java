// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.compare;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Written text without the differences that never separate two persons: capitals, accents,
 * punctuation, repeated blanks. What is left are letters and digits with single blanks.
 */
public final class FoldedText {
  private FoldedText() {}

  /**
   * Folds a text to lower-case letters and digits separated by single blanks. Accents are dropped
   * (Unicode NFKD), a few letters without decomposition are spelled out; an apostrophe disappears,
   * other punctuation separates words.
   *
   * @param text any text
   * @return the folded text, empty if there was neither letter nor digit
   */
  public static String fold(String text) {
    if (isFolded(text)) {
      return text;
    }
    String plain = isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKD);
    StringBuilder folded = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); i++) {
      append(folded, plain.charAt(i));
    }
    int end = folded.length();
    return end > 0 && folded.charAt(end - 1) == ' '
        ? folded.substring(0, end - 1)
        : folded.toString();
  }

  /** Only the letters and digits of a folded text, without blanks; for codes and postcodes. */
  public static String compact(String text) {
    String folded = fold(text);
    return folded.indexOf(' ') < 0 ? folded : folded.replace(" ", "");
  }

  /** The words of a folded text, in order. */
  public static List<String> words(String folded) {
    List<String> words = new ArrayList<>(3);
    int from = 0;
    for (int blank = folded.indexOf(' '); blank >= 0; blank = folded.indexOf(' ', from)) {
      words.add(folded.substring(from, blank));
      from = blank + 1;
    }
    if (from < folded.length()) {
      words.add(folded.substring(from));
    }
    return words;
  }

  private static void append(StringBuilder folded, char c) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      folded.append(c);
    } else if (c >= 'A' && c <= 'Z') {
      folded.append((char) (c + 32));
    } else if (c == '\'' || c == '\u2019' || c == '`') {
      return;
    } else if (c < 128) {
      blank(folded);
    } else {
      appendBeyondAscii(folded, c);
    }
  }

  private static void appendBeyondAscii(StringBuilder folded, char c) {
    switch (c) {
      case '\u00df' -> folded.append("ss");
      case '\u00f8', '\u00d8' -> folded.append('o');
      case '\u0142', '\u0141' -> folded.append('l');
      case '\u0111', '\u0110', '\u00f0', '\u00d0' -> folded.append('d');
      case '\u00e6', '\u00c6' -> folded.append("ae");
      case '\u0153', '\u0152' -> folded.append("oe");
      case '\u00fe', '\u00de' -> folded.append("th");
      case '\u0131' -> folded.append('i');
      default -> {
        int type = Character.getType(c);
        if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
          folded.append(Character.toLowerCase(c));
        } else if (type != Character.NON_SPACING_MARK) {
          blank(folded);
        }
      }
    }
  }

  private static void blank(StringBuilder folded) {
    int end = folded.length();
    if (end > 0 && folded.charAt(end - 1) != ' ') {
      folded.append(' ');
    }
  }

  private static boolean isFolded(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 128) {
        return false;
      }
    }
    return true;
  }
}
