// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.forest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/**
 * A covariate of words as indicators: one for every word that enough rows hold, except the
 * commonest, and one for all rare words together. An empty cell is a word of its own.
 *
 * @param column its name
 * @param commonest the word without an indicator
 * @param kept words with an indicator of their own, in their order
 * @param rare whether there is an indicator for the others
 */
record CategoryCodes(String column, String commonest, List<String> kept, boolean rare) {
  /** Rows that a word needs for an indicator of its own. */
  static final int FEWEST = 10;

  /** Most indicators of a column. */
  static final int MOST = 100;

  /** Copies the list. */
  CategoryCodes {
    kept = List.copyOf(kept);
  }

  /**
   * Learns the words of a column.
   *
   * @throws org.meent.protocols.refusal.RefusalException if there are more than {@link #MOST}
   */
  static CategoryCodes of(String file, String column, List<String> words) {
    Map<String, Integer> count = new TreeMap<>();
    words.forEach(word -> count.merge(word, 1, Integer::sum));
    String commonest =
        count.keySet().stream()
            .max(Comparator.<String>comparingInt(word -> count.getOrDefault(word, 0)))
            .orElse("");
    List<String> kept = new ArrayList<>(count.keySet());
    kept.removeIf(word -> word.equals(commonest) || count.getOrDefault(word, 0) < FEWEST);
    if (kept.size() > MOST) {
      throw Refusal.refused(
              "models.fit.many-words", Where.file(file).in(column), MOST, kept.size(), FEWEST)
          .asException();
    }
    return new CategoryCodes(column, commonest, kept, kept.size() + 1 < count.size());
  }

  /** The indicators of rows with these words, by name; a word that was not learned is rare. */
  Map<String, double[]> indicators(List<String> words) {
    Map<String, double[]> columns = new LinkedHashMap<>();
    for (String word : kept) {
      String name = column + "=" + (word.isEmpty() ? "(empty)" : word);
      columns.put(name, words.stream().mapToDouble(w -> w.equals(word) ? 1 : 0).toArray());
    }
    if (rare) {
      columns.put(
          column + "=(rare)",
          words.stream()
              .mapToDouble(w -> w.equals(commonest) || kept.contains(w) ? 0 : 1)
              .toArray());
    }
    return columns;
  }
}
