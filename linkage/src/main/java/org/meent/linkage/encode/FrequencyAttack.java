// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.encode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.meent.protocols.literature.Reference;

/**
 * Lays the most frequent encodings beside the most frequent values, column by column, and takes for
 * each record the person who fits most of the values guessed so.
 */
@Reference(
    authors = "P. Christen, R. Schnell, D. Vatsalan, T. Ranbaduge (2017)",
    title = "Efficient cryptanalysis of Bloom filters for privacy-preserving record linkage",
    source = "PAKDD 2017, LNCS 10234, 628-640",
    url = "https://doi.org/10.1007/978-3-319-57454-7_49")
final class FrequencyAttack {
  private FrequencyAttack() {}

  /** Per encoded record the person it is taken for, -1 if nobody. */
  static int[] guess(FileEncoding encoding, boolean perField, List<List<String>> population) {
    int n = population.size();
    int columns = perField ? population.getFirst().size() : 1;
    int[][] fits = new int[n][n];
    for (int c = 0; c < columns; c++) {
      List<String> values = new ArrayList<>();
      List<String> encoded = new ArrayList<>();
      for (List<String> person : population) {
        values.add(perField ? person.get(c) : String.join("\n", person));
        encoded.add(Arrays.toString(encoding.encode(person).get(c)));
      }
      Map<String, String> aligned = align(encoded, values);
      for (int r = 0; r < n; r++) {
        String guessed = aligned.getOrDefault(encoded.get(r), "");
        for (int p = 0; p < n; p++) {
          fits[r][p] += values.get(p).equals(guessed) ? 1 : 0;
        }
      }
    }
    return Arrays.stream(fits).mapToInt(FrequencyAttack::only).toArray();
  }

  /** Values by encodings of the same rank, as long as the frequency of a rank is its own. */
  private static Map<String, String> align(List<String> encoded, List<String> values) {
    List<Map.Entry<String, Integer>> encodings = byFrequency(encoded);
    List<Map.Entry<String, Integer>> clear = byFrequency(values);
    Map<String, String> aligned = new LinkedHashMap<>();
    for (int rank = 0; rank < Math.min(encodings.size(), clear.size()); rank++) {
      int next = rank + 1 < clear.size() ? clear.get(rank + 1).getValue() : 0;
      int before = rank > 0 ? clear.get(rank - 1).getValue() : Integer.MAX_VALUE;
      int own = clear.get(rank).getValue();
      if (own > next && own < before) {
        aligned.put(encodings.get(rank).getKey(), clear.get(rank).getKey());
      }
    }
    return aligned;
  }

  private static List<Map.Entry<String, Integer>> byFrequency(List<String> values) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    values.forEach(value -> counts.merge(value, 1, Integer::sum));
    List<Map.Entry<String, Integer>> entries = new ArrayList<>(counts.entrySet());
    entries.sort(
        Comparator.<Map.Entry<String, Integer>>comparingInt(entry -> -entry.getValue())
            .thenComparing(Map.Entry::getKey));
    return entries;
  }

  /** The position of the largest number if it is alone and not nought, otherwise -1. */
  static int only(int[] fits) {
    int best = 0;
    int at = -1;
    for (int p = 0; p < fits.length; p++) {
      if (fits[p] > best) {
        best = fits[p];
        at = p;
      } else if (fits[p] == best) {
        at = -1;
      }
    }
    return at;
  }
}
