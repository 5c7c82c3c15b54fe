// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.meent.linkage.compare.EditDistance;
import org.meent.linkage.compare.FoldedText;
import org.meent.linkage.compare.SoundKey;

/**
 * Names and other text. Near: one edit apart, or the same but for blanks. Close: a few edits apart
 * with the same head or tail, or the same sound. Part: a word that is not everybody's is shared, or
 * one is the beginning of the other. Initial: one is the first letter of the other.
 */
final class TextComparison extends FieldComparison {
  private static final int INITIAL = 2;
  private static final int PART = 3;
  private static final int CLOSE = 4;
  private static final int NEAR = 5;
  private static final int MIN_WORD = 3;
  private static final int MIN_END = 3;
  private static final int MAX_END = 8;
  private static final long GROUP_BUDGET = 20_000_000L;
  private static final int MAX_WORD_HOLDERS = 200;

  private final String[] values;
  private final long[] letters;
  private final int[][] words;
  private final int[] sounds;
  private final int end;

  TextComparison(String[] values) {
    super(List.of("missing", "different", "initial", "part", "close", "near", "exact"));
    this.values = values;
    this.letters = new long[values.length];
    this.sounds = new int[values.length];
    Map<String, Integer> sound = new HashMap<>();
    for (int v = 0; v < values.length; v++) {
      letters[v] = letters(values[v]);
      String key = SoundKey.of(values[v]);
      sounds[v] = key.length() < 2 ? -1 : sound.computeIfAbsent(key, k -> sound.size());
    }
    this.words = rareWords(values);
    this.end = endLength(values);
  }

  /** The number of the sound of a value, -1 if it has too little of it. */
  int sound(int value) {
    return sounds[value];
  }

  @Override
  int compare(int a, int b, EditDistance distance) {
    String left = values[a];
    String right = values[b];
    int shorter = Math.min(left.length(), right.length());
    if (shorter == 1) {
      return left.charAt(0) == right.charAt(0) ? INITIAL : DIFFERENT;
    }
    int most = mostEdits(shorter);
    int gap = Math.abs(left.length() - right.length());
    int changed = changedLetters(a, b);
    if (gap <= most && changed <= most) {
      boolean sharesEnd = sharesEnd(left, right);
      if (sharesEnd || changed <= 1 && gap <= 1) {
        int edits = distance.within(left, right, sharesEnd ? most : 1);
        if (edits <= 1) {
          return NEAR;
        }
        if (edits <= most && sharesEnd) {
          return CLOSE;
        }
      }
    }
    if (sounds[a] >= 0 && sounds[a] == sounds[b]) {
      return CLOSE;
    }
    return isPart(a, b) ? PART : DIFFERENT;
  }

  /** At least so many edits are needed: letters that only one of the two has. */
  private int changedLetters(int a, int b) {
    return Math.max(
        Long.bitCount(letters[a] & ~letters[b]), Long.bitCount(letters[b] & ~letters[a]));
  }

  private static int mostEdits(int length) {
    return length < 5 ? 1 : length < 11 ? 2 : length < 17 ? 3 : 4;
  }

  private boolean sharesEnd(String left, String right) {
    return left.regionMatches(0, right, 0, end)
        || left.regionMatches(left.length() - end, right, right.length() - end, end);
  }

  private boolean isPart(int a, int b) {
    String left = values[a];
    String right = values[b];
    int shorter = Math.min(left.length(), right.length());
    if (shorter >= end && (left.startsWith(right) || right.startsWith(left))) {
      return true;
    }
    int[] few = words[a];
    int[] many = words[b];
    for (int one : few) {
      for (int other : many) {
        if (one == other) {
          return true;
        }
      }
    }
    return false;
  }

  @Override
  void keys(int value, KeySink sink) {
    String text = values[value];
    int length = text.length();
    sink.add(1, text, 0, length);
    for (int hole = 0; hole < length; hole++) {
      sink.addWithout(1, text, hole);
    }
    if (length >= end) {
      sink.add(2, text, 0, end);
      sink.add(3, text, length - end, length);
    }
    if (sounds[value] >= 0) {
      sink.add(1L << 40 | sounds[value]);
    }
    for (int word : words[value]) {
      sink.add(1L << 41 | word);
    }
  }

  @Override
  boolean scans(int value) {
    return values[value].length() == 1;
  }

  private static long letters(String text) {
    long letters = 0;
    for (int i = 0; i < text.length(); i++) {
      letters |= 1L << (text.charAt(i) & 63);
    }
    return letters;
  }

  private static int[][] rareWords(String[] values) {
    Map<String, int[]> holders = new HashMap<>();
    for (String value : values) {
      for (String word : FoldedText.words(value)) {
        if (word.length() >= MIN_WORD) {
          int[] entry = holders.computeIfAbsent(word, w -> new int[] {holders.size(), 0});
          entry[1]++;
        }
      }
    }
    int[][] words = new int[values.length][];
    int[] none = new int[0];
    for (int v = 0; v < values.length; v++) {
      words[v] =
          FoldedText.words(values[v]).stream()
              .filter(word -> word.length() >= MIN_WORD)
              .map(holders::get)
              .filter(entry -> entry[1] > 1 && entry[1] <= MAX_WORD_HOLDERS)
              .mapToInt(entry -> entry[0])
              .toArray();
      words[v] = words[v].length == 0 ? none : words[v];
    }
    return words;
  }

  /** The shortest length of head and tail under which the groups of values stay countable. */
  private static int endLength(String[] values) {
    for (int end = MIN_END; end < MAX_END; end++) {
      Map<String, int[]> groups = new HashMap<>();
      for (String value : values) {
        if (value.length() >= end) {
          groups.computeIfAbsent("<" + value.substring(0, end), k -> new int[1])[0]++;
          groups.computeIfAbsent(">" + value.substring(value.length() - end), k -> new int[1])[0]++;
        }
      }
      long pairs = groups.values().stream().mapToLong(n -> (long) n[0] * n[0] / 2).sum();
      if (pairs <= GROUP_BUDGET) {
        return end;
      }
    }
    return MAX_END;
  }
}
