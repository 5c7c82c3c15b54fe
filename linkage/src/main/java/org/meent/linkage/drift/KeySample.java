// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.drift;

import java.util.HashMap;
import java.util.Map;
import org.meent.protocols.literature.Reference;

/**
 * The units of a file by hashes of their keys, and per unit a hash of each column's values in any
 * order. Holds all units while they fit; else those whose hash has so many leading zeros, which are
 * the same units in every version of the file, so that two samples can be compared unit by unit.
 */
@Reference(
    authors = "P. Flajolet (1990)",
    title = "On adaptive sampling",
    source = "Computing 43(4), 391-400",
    url = "https://doi.org/10.1007/BF02241657")
final class KeySample {
  /** The place of the number of rows in a unit's entry; columns follow. */
  private static final int ROWS = 0;

  private final int columns;
  private final int most;
  private Map<Long, long[]> units = new HashMap<>();
  private int depth;
  private long withoutKey;

  /**
   * An empty sample.
   *
   * @param columns the number of columns that are hashed
   * @param numbers how many numbers may be held in all
   */
  KeySample(int columns, int numbers) {
    this.columns = columns;
    this.most = Math.max(1, numbers / (columns + 1));
  }

  /** A row without key. */
  void addWithoutKey() {
    withoutKey++;
  }

  /**
   * A row of a unit.
   *
   * @param key hash of its key
   * @param hashes hashes by column and row
   * @param row which row
   */
  void add(long key, long[][] hashes, int row) {
    if (!holds(key, depth)) {
      return;
    }
    long[] unit = units.computeIfAbsent(key, k -> new long[columns + 1]);
    unit[ROWS]++;
    for (int c = 0; c < columns; c++) {
      unit[c + 1] += hashes[c][row];
    }
    if (units.size() > most) {
      deepen(depth + 1);
    }
  }

  /** Rows without key. */
  long withoutKey() {
    return withoutKey;
  }

  /** Keeps one unit in {@code 2^depth}. */
  int depth() {
    return depth;
  }

  /** Keeps fewer units, so that this sample can be compared with one that did. */
  void deepen(int to) {
    if (to <= depth) {
      return;
    }
    depth = to;
    Map<Long, long[]> kept = new HashMap<>();
    units.forEach(
        (key, unit) -> {
          if (holds(key, to)) {
            kept.put(key, unit);
          }
        });
    units = kept;
  }

  /** The number of units, estimated if the sample is not whole. */
  long unitCount() {
    return (long) units.size() << depth;
  }

  /** Units with more than one row, estimated if the sample is not whole. */
  long repeated() {
    return units.values().stream().filter(unit -> unit[ROWS] > 1).count() << depth;
  }

  /** Units of this sample that the other has too; both must be equally deep. */
  long shared(KeySample other) {
    return units.keySet().stream().filter(other.units::containsKey).count() << depth;
  }

  /** Shared units whose values in two columns are not the same. */
  long changed(int column, KeySample other, int otherColumn) {
    long changed = 0;
    for (Map.Entry<Long, long[]> unit : units.entrySet()) {
      long[] there = other.units.get(unit.getKey());
      if (there != null && there[otherColumn + 1] != unit.getValue()[column + 1]) {
        changed++;
      }
    }
    return changed << depth;
  }

  private static boolean holds(long key, int depth) {
    return depth == 0 || key >>> (Long.SIZE - depth) == 0;
  }
}
