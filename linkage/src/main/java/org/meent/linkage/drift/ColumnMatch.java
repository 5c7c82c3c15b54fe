// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.drift;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.meent.linkage.register.Register;

/**
 * Which column of the new version is which of the old one: by the same name, by other capitals, by
 * spellings of one column in the dictionary, or by the same values.
 *
 * @param pairs columns in both
 * @param lost columns of the old version alone, by place
 * @param added columns of the new version alone, by place
 */
record ColumnMatch(List<Pair> pairs, List<Integer> lost, List<Integer> added) {
  /** How two columns were matched. */
  enum Sign {
    /** The same name. */
    NAME,
    /** The same name in other capitals. */
    CAPITALS,
    /** Spellings of one column in the dictionary. */
    SPELLING,
    /** The same values. */
    VALUES
  }

  /**
   * A column in both versions.
   *
   * @param old its place in the old version
   * @param now its place in the new version
   * @param by how they were matched
   */
  record Pair(int old, int now, Sign by) {}

  /** Copies the lists. */
  ColumnMatch {
    pairs = List.copyOf(pairs);
    lost = List.copyOf(lost);
    added = List.copyOf(added);
  }

  /**
   * Matches columns; a sign that is tried earlier takes columns away from a later one.
   *
   * @param old names in the old version
   * @param now names in the new version
   * @param register the register that both are of, if it is known
   * @param sameValues whether an old and a new column, by place, hold the same values
   */
  static ColumnMatch of(
      List<String> old,
      List<String> now,
      Optional<Register> register,
      BiPredicate<Integer, Integer> sameValues) {
    List<Pair> pairs = new ArrayList<>();
    Set<Integer> oldTaken = new HashSet<>();
    Set<Integer> nowTaken = new HashSet<>();
    for (Sign sign : Sign.values()) {
      for (int o = 0; o < old.size(); o++) {
        for (int n = 0; n < now.size(); n++) {
          if (!oldTaken.contains(o) && !nowTaken.contains(n)) {
            boolean same =
                switch (sign) {
                  case NAME -> old.get(o).equals(now.get(n));
                  case CAPITALS -> old.get(o).equalsIgnoreCase(now.get(n));
                  case SPELLING -> oneColumn(register, old.get(o), now.get(n));
                  case VALUES -> sameValues.test(o, n);
                };
            if (same) {
              pairs.add(new Pair(o, n, sign));
              oldTaken.add(o);
              nowTaken.add(n);
            }
          }
        }
      }
    }
    pairs.sort(java.util.Comparator.comparingInt(Pair::old));
    return new ColumnMatch(pairs, rest(old.size(), oldTaken), rest(now.size(), nowTaken));
  }

  private static boolean oneColumn(Optional<Register> register, String old, String now) {
    return register.isPresent()
        && register.get().column(old).isPresent()
        && register.get().column(old).equals(register.get().column(now));
  }

  private static List<Integer> rest(int size, Set<Integer> taken) {
    List<Integer> rest = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      if (!taken.contains(i)) {
        rest.add(i);
      }
    }
    return rest;
  }
}
