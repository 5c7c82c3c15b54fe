// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.spell;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers rows person by person, sorts, and counts what is no spell. */
final class SpellTableBuilder {
  private final SpellRules rules;
  private final Map<SpellFault, Long> faults = new EnumMap<>(SpellFault.class);
  private final Track track = new Track();
  private final StateMap ends = new StateMap();
  private long[] keys = new long[16];
  private int[] first = new int[17];
  private int persons;
  private long key;
  private int[] start;
  private int[] end;
  private int[] state;
  private int size;
  private long rows;
  private long open;
  private long overlapping;
  private long conflicting;

  SpellTableBuilder(int rowsExpected, SpellRules rules) {
    this.rules = rules;
    this.start = new int[rowsExpected];
    this.end = new int[rowsExpected];
    this.state = new int[rowsExpected];
  }

  /**
   * Row numbers in ascending order of person; rows of a person in the order in which they stand.
   */
  static int[] byPerson(long[] persons) {
    int[] order = new int[persons.length];
    Arrays.setAll(order, i -> i);
    boolean grouped = true;
    for (int i = 1; i < persons.length; i++) {
      grouped &= persons[i - 1] <= persons[i];
    }
    if (grouped) {
      return order;
    }
    long[] sorted = persons.clone();
    Arrays.sort(sorted);
    int distinct = 0;
    int[] next = new int[sorted.length];
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        sorted[distinct] = sorted[i];
        next[distinct++] = i;
      }
    }
    for (int row = 0; row < persons.length; row++) {
      order[next[Arrays.binarySearch(sorted, 0, distinct, persons[row])]++] = row;
    }
    return order;
  }

  /** Starts a person; keys must ascend. */
  void person(long person) {
    endPerson();
    if (persons > 0 && person <= keys[persons - 1]) {
      throw new IllegalArgumentException("persons must come in ascending order of key");
    }
    key = person;
  }

  void row(int from, int written, int code) {
    rows++;
    int to = rules.endOf(written);
    SpellFault fault = fault(from, to);
    if (fault != null) {
      faults.merge(fault, 1L, Long::sum);
    } else {
      track.add(from, to, code);
    }
  }

  private static @Nullable SpellFault fault(int from, int to) {
    if (from == Spell.UNKNOWN) {
      return SpellFault.START_UNKNOWN;
    }
    if (to == Spell.UNKNOWN) {
      return SpellFault.END_UNKNOWN;
    }
    if (Math.abs(from) > Spell.FARTHEST || (to != Spell.OPEN && Math.abs(to) > Spell.FARTHEST)) {
      return SpellFault.DAY_OUT_OF_RANGE;
    }
    if (to == from) {
      return SpellFault.NO_DAY;
    }
    return to < from ? SpellFault.ENDS_BEFORE_START : null;
  }

  SpellTable table() {
    endPerson();
    SpellCounts counts = new SpellCounts(rows, faults, size, open, overlapping, conflicting);
    return new SpellTable(
        Arrays.copyOf(keys, persons),
        Arrays.copyOf(first, persons + 1),
        Arrays.copyOf(start, size),
        Arrays.copyOf(end, size),
        Arrays.copyOf(state, size),
        counts);
  }

  private void endPerson() {
    if (track.isEmpty()) {
      return;
    }
    track.sort();
    count();
    for (int i = 0; i < track.size(); i++) {
      if (isDoubled(i)) {
        faults.merge(SpellFault.DOUBLED, 1L, Long::sum);
      } else {
        append(i);
      }
    }
    if (persons == keys.length) {
      keys = Arrays.copyOf(keys, 2 * persons);
      first = Arrays.copyOf(first, 2 * persons + 1);
    }
    keys[persons++] = key;
    first[persons] = size;
    track.clear();
  }

  private void append(int spell) {
    if (size == start.length) {
      int length = Math.max(16, size + size / 2);
      start = Arrays.copyOf(start, length);
      end = Arrays.copyOf(end, length);
      state = Arrays.copyOf(state, length);
    }
    start[size] = track.start(spell);
    end[size] = track.end(spell);
    state[size] = track.state(spell);
    size++;
  }

  private boolean isDoubled(int spell) {
    return spell > 0
        && track.start(spell) == track.start(spell - 1)
        && track.end(spell) == track.end(spell - 1)
        && track.state(spell) == track.state(spell - 1);
  }

  /** Counts open ends and overlaps with earlier spells, in the same state and in others. */
  private void count() {
    ends.clear();
    int latest = Spell.UNKNOWN;
    int latestState = 0;
    int latestOther = Spell.UNKNOWN;
    for (int i = 0; i < track.size(); i++) {
      if (isDoubled(i)) {
        continue;
      }
      int from = track.start(i);
      int to = track.end(i);
      int code = track.state(i);
      int same = ends.get(code, Spell.UNKNOWN);
      open += to == Spell.OPEN ? 1 : 0;
      overlapping += same > from ? 1 : 0;
      conflicting += (code == latestState ? latestOther : latest) > from ? 1 : 0;
      ends.put(code, Math.max(same, to));
      if (code == latestState || latest == Spell.UNKNOWN) {
        latestState = code;
        latest = Math.max(latest, to);
      } else if (to > latest) {
        latestOther = latest;
        latest = to;
        latestState = code;
      } else {
        latestOther = Math.max(latestOther, to);
      }
    }
  }
}
