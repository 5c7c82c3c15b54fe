// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.meent.linkage.compare.EditDistance;
import org.meent.linkage.compare.FoldedText;
import org.meent.linkage.compare.NameCore;
import org.meent.linkage.compare.SoundKey;

/**
 * Names and other text. Near: one edit apart, or the same but for particles and the order of words.
 * Close: a few edits apart with the same head or tail, or the same sound. Part: a word that is not
 * everybody's is shared, or one is the beginning of the other. Initial: one is the first letter of
 * the other.
 */
final class TextComparison extends FieldComparison {
  static final int INITIAL = 2;
  private static final int PART = 3;
  private static final int CLOSE = 4;
  static final int NEAR = 5;
  private static final int MIN_WORD = 3;
  private static final int SHORT_END = 3;
  private static final long SHORT_END_BUDGET = 3_000_000L;
  private static final int MAX_END_HOLDERS = 256;
  private static final int MAX_WORD_HOLDERS = 200;

  /** What is looked at first of a value, side by side so that it comes with one read of memory. */
  private static final int WIDTH = 8;

  private static final int LETTERS_LOW = 0;
  private static final int LETTERS_HIGH = 1;
  private static final int LENGTH = 2;
  private static final int SOUND = 3;
  private static final int FIRST = 4;
  private static final int LAST = 5;
  private static final int CORE = 6;

  private final String[] values;
  private final int[] sketch;
  private final int[][] words;

  TextComparison(String[] values) {
    super(List.of("missing", "different", "initial", "part", "close", "near", "exact"));
    this.values = values;
    this.words = rareWords(values);
    int end = endPairs(values, SHORT_END) <= SHORT_END_BUDGET ? SHORT_END : SHORT_END + 1;
    int[] heads = rareEnds(values, end, true);
    int[] tails = rareEnds(values, end, false);
    Map<String, Integer> sounds = new HashMap<>();
    int[] cores = sharedCores(values);
    this.sketch = new int[Math.multiplyExact(WIDTH, values.length)];
    for (int v = 0; v < values.length; v++) {
      int at = WIDTH * v;
      long letters = letters(values[v]);
      sketch[at + LETTERS_LOW] = (int) letters;
      sketch[at + LETTERS_HIGH] = (int) (letters >>> 32);
      sketch[at + LENGTH] = values[v].length();
      String sound = SoundKey.of(NameCore.of(values[v]));
      sketch[at + SOUND] =
          sound.length() < 2 ? -1 : sounds.computeIfAbsent(sound, k -> sounds.size());
      sketch[at + FIRST] = heads[v];
      sketch[at + LAST] = tails[v];
      sketch[at + CORE] = cores[v];
    }
  }

  /** The number of the sound of a value, -1 if it has too little of it. */
  int sound(int value) {
    return sketch[WIDTH * value + SOUND];
  }

  @Override
  int compare(int a, int b, EditDistance distance) {
    int lengthA = sketch[WIDTH * a + LENGTH];
    int lengthB = sketch[WIDTH * b + LENGTH];
    int shorter = Math.min(lengthA, lengthB);
    if (shorter == 1) {
      return values[a].charAt(0) == values[b].charAt(0) ? INITIAL : DIFFERENT;
    }
    if (same(a, b, CORE)) {
      return NEAR;
    }
    int most = mostEdits(shorter);
    int gap = Math.abs(lengthA - lengthB);
    int changed = changedLetters(a, b);
    if (gap <= most && changed <= most) {
      boolean sharesEnd = sharesEnd(a, b);
      if (sharesEnd || (changed <= 1 && gap <= 1)) {
        int edits = distance.within(values[a], values[b], sharesEnd ? most : 1);
        if (edits <= 1) {
          return NEAR;
        }
        if (edits <= most && sharesEnd) {
          return CLOSE;
        }
      }
    }
    if (same(a, b, SOUND)) {
      return CLOSE;
    }
    return isPart(a, b) ? PART : DIFFERENT;
  }

  /** At least so many edits are needed: letters that only one of the two has. */
  private int changedLetters(int a, int b) {
    int lowA = sketch[WIDTH * a + LETTERS_LOW];
    int lowB = sketch[WIDTH * b + LETTERS_LOW];
    int highA = sketch[WIDTH * a + LETTERS_HIGH];
    int highB = sketch[WIDTH * b + LETTERS_HIGH];
    return Math.max(
        Integer.bitCount(lowA & ~lowB) + Integer.bitCount(highA & ~highB),
        Integer.bitCount(lowB & ~lowA) + Integer.bitCount(highB & ~highA));
  }

  private boolean same(int a, int b, int what) {
    int one = sketch[WIDTH * a + what];
    return one >= 0 && one == sketch[WIDTH * b + what];
  }

  private static int mostEdits(int length) {
    return length < 5 ? 1 : length < 11 ? 2 : length < 17 ? 3 : 4;
  }

  private boolean sharesEnd(int a, int b) {
    return same(a, b, FIRST) || same(a, b, LAST);
  }

  private boolean isPart(int a, int b) {
    if (same(a, b, FIRST) && (values[a].startsWith(values[b]) || values[b].startsWith(values[a]))) {
      return true;
    }
    for (int one : words[a]) {
      for (int other : words[b]) {
        if (one == other) {
          return true;
        }
      }
    }
    return false;
  }

  @Override
  void keys(int value, KeySink sink) {
    sink.addOneEdit(values[value]);
    addKey(value, FIRST, 1L << 42, sink);
    addKey(value, LAST, 1L << 43, sink);
    addKey(value, SOUND, 1L << 40, sink);
    addKey(value, CORE, 1L << 44, sink);
    for (int word : words[value]) {
      sink.add(1L << 41 | word);
    }
  }

  private void addKey(int value, int what, long family, KeySink sink) {
    int number = sketch[WIDTH * value + what];
    if (number >= 0) {
      sink.add(family | number);
    }
  }

  @Override
  boolean scans(int value) {
    return sketch[WIDTH * value + LENGTH] == 1;
  }

  /** A number per core that more than one value has; -1 for the others. */
  private static int[] sharedCores(String[] values) {
    Map<String, int[]> holders = new HashMap<>();
    int[][] entries = new int[values.length][];
    for (int v = 0; v < values.length; v++) {
      entries[v] =
          holders.computeIfAbsent(NameCore.of(values[v]), k -> new int[] {holders.size(), 0});
      entries[v][1]++;
    }
    return Arrays.stream(entries).mapToInt(entry -> entry[1] > 1 ? entry[0] : -1).toArray();
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
