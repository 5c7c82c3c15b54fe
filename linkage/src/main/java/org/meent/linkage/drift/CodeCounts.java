// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.drift;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Counts the codes of a column, as long as there are few enough to be codes. */
final class CodeCounts {
  /** More different texts, or numbers with labels, than this are no list of codes. */
  static final int MOST = 400;

  /** More different numbers without labels than this are amounts, not codes. */
  static final int MOST_PLAIN_NUMBERS = 20;

  private static final int SLOTS = 1024;

  private final long[] hashes = new long[SLOTS];
  private final long[] counts = new long[SLOTS];
  private final @Nullable String[] codes = new String[SLOTS];
  private final int most;
  private int different;

  /**
   * An empty count.
   *
   * @param most the greatest number of different values that are still codes
   */
  CodeCounts(int most) {
    this.most = most;
  }

  /** Counts a value; its text is asked for once. */
  void add(long hash, Supplier<String> text) {
    if (different > most) {
      return;
    }
    int slot = (int) (hash & (SLOTS - 1));
    while (codes[slot] != null && hashes[slot] != hash) {
      slot = (slot + 1) & (SLOTS - 1);
    }
    if (codes[slot] == null) {
      hashes[slot] = hash;
      codes[slot] = text.get();
      different++;
    }
    counts[slot]++;
  }

  /**
   * The codes that may be named: those with a label, and those that stand in enough rows.
   *
   * @param labels labels by code
   * @return the list; empty if there were too many values to be codes
   */
  Optional<CodeList> list(Map<String, String> labels) {
    if (different > most) {
      return Optional.empty();
    }
    Map<String, Long> counted = new TreeMap<>();
    for (int slot = 0; slot < SLOTS; slot++) {
      String code = codes[slot];
      if (code != null) {
        counted.put(code, counts[slot]);
      }
    }
    List<CodeList.Shown> shown = new ArrayList<>();
    labels.forEach(
        (code, label) ->
            shown.add(new CodeList.Shown(code, label, counted.getOrDefault(code, 0L))));
    long rare = 0;
    long rareRows = 0;
    for (Map.Entry<String, Long> one : counted.entrySet()) {
      if (labels.containsKey(one.getKey())) {
        continue;
      }
      if (one.getValue() >= CodeList.ENOUGH_ROWS) {
        shown.add(new CodeList.Shown(one.getKey(), "", one.getValue()));
      } else {
        rare++;
        rareRows += one.getValue();
      }
    }
    shown.sort(Comparator.comparing(CodeList.Shown::code));
    return Optional.of(new CodeList(shown, rare, rareRows));
  }
}
