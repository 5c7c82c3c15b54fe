// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.bytes;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Bends names to what a format allows, keeping them distinct. */
public final class Names {
  private final Set<String> taken = new HashSet<>();
  private final int longest;
  private final boolean caseCounts;

  /**
   * No names yet.
   *
   * @param longest bytes of UTF-8 at most
   * @param caseCounts whether {@code a} and {@code A} are two names
   */
  public Names(int longest, boolean caseCounts) {
    this.longest = longest;
    this.caseCounts = caseCounts;
  }

  /** This name if it is neither too long nor taken, otherwise one like it. */
  public String keep(String allowed) {
    return distinct(cut(allowed, longest));
  }

  /** A name like this one: allowed, not too long, not taken; from now on it is taken. */
  public String take(String wished) {
    return distinct(cut(allowed(wished), longest));
  }

  private String distinct(String allowed) {
    String name = allowed;
    for (int n = 2; !taken.add(caseCounts ? name : name.toLowerCase(Locale.ROOT)); n++) {
      String suffix = "_" + n;
      name = cut(allowed, longest - suffix.length()) + suffix;
    }
    return name;
  }

  private static String allowed(String wished) {
    StringBuilder name = new StringBuilder();
    wished
        .codePoints()
        .forEach(c -> name.appendCodePoint(c == '_' || Character.isLetterOrDigit(c) ? c : '_'));
    if (name.isEmpty() || (!Character.isLetter(name.codePointAt(0)) && name.charAt(0) != '_')) {
      name.insert(0, "v_");
    }
    return name.toString();
  }

  /** The beginning of a text that takes at most so many bytes in UTF-8, whole characters only. */
  public static String cut(String text, int bytes) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    if (utf8.length <= bytes) {
      return text;
    }
    int end = bytes;
    while (end > 0 && (utf8[end] & 0xc0) == 0x80) {
      end--;
    }
    return new String(utf8, 0, end, StandardCharsets.UTF_8);
  }

  /** The beginning of a text, at most so many characters. */
  public static String cutCharacters(String text, int characters) {
    return text.codePointCount(0, text.length()) <= characters
        ? text
        : text.substring(0, text.offsetByCodePoints(0, characters)).stripTrailing();
  }
}
