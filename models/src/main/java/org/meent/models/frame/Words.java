// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.frame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The words of a column of text, as numbers, until there are too many different ones. */
final class Words {
  /** More different words than this are names or notes. */
  private static final int MOST = 1000;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> different = new ArrayList<>();
  private int[] word = new int[64];
  private int rows;
  private boolean given;

  void add(String cell) {
    if (given) {
      return;
    }
    Integer number = numbers.get(cell);
    if (number == null) {
      number = different.size();
      numbers.put(cell, number);
      different.add(cell);
    }
    word = rows < word.length ? word : Arrays.copyOf(word, 2 * rows);
    word[rows++] = number;
    if (different.size() > MOST) {
      giveUp();
    }
  }

  /** Forgets everything: these are no words. */
  void giveUp() {
    given = true;
    numbers.clear();
    different.clear();
    word = new int[0];
  }

  Optional<List<String>> all() {
    return given
        ? Optional.empty()
        : Optional.of(Arrays.stream(word, 0, rows).mapToObj(different::get).toList());
  }
}
