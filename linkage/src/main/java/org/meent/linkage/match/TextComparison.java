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
  private static final int SHORT_END = 3;
  private static final long SHORT_END_BUDGET = 3_000_000L;
  private static final int MAX_END_HOLDERS = 256;
  private static final int MAX_WORD_HOLDERS = 200;

  private final String[] values;
  private final long[] letters;
  private final int[][] words;
  private final int[] sounds;
  private final int[] heads;
  private final int[] tails;

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
    int end = endPairs(values, SHORT_END) <= SHORT_END_BUDGET ? SHORT_END : SHORT_END + 1;
    this.heads = rareEnds(values, end, true);
    this.tails = rareEnds(values, end, false);
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
      boolean sharesEnd = sharesEnd(a, b);
      if (sharesEnd || (changed <= 1 && gap <= 1)) {
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

  private boolean sharesEnd(int a, int b) {
    return (heads[a] >= 0 && heads[a] == heads[b]) || (tails[a] >= 0 && tails[a] == tails[b]);
  }

  private boolean isPart(int a, int b) {
    if (heads[a] >= 0
        && heads[a] == heads[b]
        && (values[a].startsWith(values[b]) || values[b].startsWith(values[a]))) {
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
    if (heads[value] >= 0) {
      sink.add(1L << 42 | heads[value]);
    }
    if (tails[value] >= 0) {
      sink.add(1L << 43 | tails[value]);
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

  /** The first letters of the longest word, so that particles do not count, or the last letters. */
  private static String end(String value, int length, boolean head) {
    if (!head) {
      return value.length() < length ? "" : value.substring(value.length() - length);
    }
    String longest = "";
    for (String word : FoldedText.words(value)) {
      longest = word.length() > longest.length() ? word : longest;
    }
    return longest.length() < length ? "" : longest.substring(0, length);
  }

  private static long endPairs(String[] values, int length) {
    long pairs = 0;
    for (boolean head : new boolean[] {true, false}) {
      Map<String, int[]> holders = new HashMap<>();
      for (String value : values) {
        int[] count = holders.computeIfAbsent(end(value, length, head), k -> new int[1]);
        pairs += count[0]++;
      }
    }
    return pairs;
  }

  /** A number per head or tail; -1 where there is none or where too many values have it. */
  private static int[] rareEnds(String[] values, int length, boolean head) {
    Map<String, int[]> holders = new HashMap<>();
    int[][] entries = new int[values.length][];
    for (int v = 0; v < values.length; v++) {
      entries[v] =
          holders.computeIfAbsent(
              end(values[v], length, head), k -> new int[] {k.isEmpty() ? -1 : holders.size(), 0});
      entries[v][1]++;
    }
    int[] ends = new int[values.length];
    for (int v = 0; v < ends.length; v++) {
      ends[v] = entries[v][1] > MAX_END_HOLDERS ? -1 : entries[v][0];
    }
    return ends;
  }
}
