// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.compare;

/**
 * A rough key of how a name sounds, the same for spellings that are often confused in Germanic and
 * Romance languages: voiced and unvoiced consonants fall together (b/p, d/t, v/f/w, z/s, c/k/q/g),
 * vowels and h after the first place are dropped, doubled letters count once, {@code ph} is f,
 * {@code x} is ks. Letters of other scripts stay as they are.
 */
public final class SoundKey {
  private static final int LONGEST = 8;

  private SoundKey() {}

  /**
   * The key of a folded text.
   *
   * @param folded text from {@link FoldedText#fold}
   * @return at most eight letters; empty if there is no letter
   */
  public static String of(String folded) {
    StringBuilder key = new StringBuilder(LONGEST);
    int n = folded.length();
    for (int i = 0; i < n && key.length() < LONGEST; i++) {
      char c = folded.charAt(i);
      char next = i + 1 < n ? folded.charAt(i + 1) : ' ';
      if (c == 'p' && next == 'h') {
        append(key, 'f');
        i++;
      } else if (c == 'x') {
        append(key, 'k');
        append(key, 's');
      } else if (isVowel(c)) {
        if (key.isEmpty()) {
          key.append('a');
        }
      } else if ((c != ' ' && c != 'h') || (c == 'h' && key.isEmpty())) {
        append(key, consonant(c));
      }
    }
    return key.toString();
  }

  private static boolean isVowel(char c) {
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y' || c == 'j';
  }

  private static char consonant(char c) {
    return switch (c) {
      case 'b' -> 'p';
      case 'd' -> 't';
      case 'v', 'w' -> 'f';
      case 'z' -> 's';
      case 'c', 'q', 'g' -> 'k';
      default -> c;
    };
  }

  private static void append(StringBuilder key, char c) {
    int end = key.length();
    if (end == 0 || key.charAt(end - 1) != c) {
      key.append(c);
    }
  }
}
