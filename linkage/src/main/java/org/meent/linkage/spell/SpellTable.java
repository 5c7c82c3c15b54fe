// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.spell;

import java.util.Arrays;

/**
 * Spells of many persons: keys ascending, each person's spells in order of start, end and state.
 * The order of the rows it was read from does not matter. Immutable.
 *
 * <p>A person all of whose rows have a fault is not in the table; {@link #counts()} says how many
 * rows had which.
 */
public final class SpellTable {
  private final long[] keys;
  private final int[] first;
  private final int[] start;
  private final int[] end;
  private final int[] state;
  private final SpellCounts counts;

  SpellTable(long[] keys, int[] first, int[] start, int[] end, int[] state, SpellCounts counts) {
    this.keys = keys;
    this.first = first;
    this.start = start;
    this.end = end;
    this.state = state;
    this.counts = counts;
  }

  /**
   * Reads spells from columns of equal length.
   *
   * @param rules what ends mean
   * @param persons key of the person of each row, in any order
   * @param starts first day, counted from 1970-01-01; {@link Spell#UNKNOWN} if not known
   * @param ends end as the rules say; {@link Spell#OPEN} if open, {@link Spell#UNKNOWN} if not
   *     known
   * @param states state, as a code
   * @throws IllegalArgumentException if the columns differ in length
   */
  public static SpellTable read(
      SpellRules rules, long[] persons, int[] starts, int[] ends, int[] states) {
    if (starts.length != persons.length
        || ends.length != persons.length
        || states.length != persons.length) {
      throw new IllegalArgumentException("columns differ in length");
    }
    SpellTableBuilder builder = new SpellTableBuilder(persons.length, rules);
    int[] order = SpellTableBuilder.byPerson(persons);
    for (int i = 0; i < order.length; i++) {
      int row = order[i];
      if (i == 0 || persons[row] != persons[order[i - 1]]) {
        builder.person(persons[row]);
      }
      builder.row(starts[row], ends[row], states[row]);
    }
    return builder.table();
  }

  /** Collects a feed. Doubled spells in it count as doubled. */
  public static SpellTable of(SpellFeed feed) {
    SpellTableBuilder builder =
        new SpellTableBuilder(16, SpellRules.withDefaults().with(SpellRules.End.FIRST_DAY_AFTER));
    while (feed.next()) {
      builder.person(feed.person());
      Track track = feed.spells();
      for (int i = 0; i < track.size(); i++) {
        builder.row(track.start(i), track.end(i), track.state(i));
      }
    }
    return builder.table();
  }

  /** What became of the rows it was read from. */
  public SpellCounts counts() {
    return counts;
  }

  /** Number of persons with a spell. */
  public int persons() {
    return keys.length;
  }

  /** Number of spells. */
  public int size() {
    return start.length;
  }

  /** Key of the person at a place; ascending. */
  public long key(int place) {
    return keys[place];
  }

  /** Place of a person; negative if the person has no spell. */
  public int place(long key) {
    return Arrays.binarySearch(keys, key);
  }

  /** A spell by its number in the table. */
  public Spell spell(int number) {
    int place = Arrays.binarySearch(first, number);
    place = place < 0 ? -place - 2 : place;
    return new Spell(keys[place], start[number], end[number], state[number]);
  }

  /** Fills a track with the spells of the person at a place. */
  public void load(int place, Track into) {
    into.setSorted(start, end, state, first[place], first[place + 1]);
  }

  /** Fills a track with the spells of a person; leaves it empty if there are none. */
  public void loadPerson(long key, Track into) {
    int place = place(key);
    if (place < 0) {
      into.clear();
    } else {
      load(place, into);
    }
  }

  /** The persons one after the other. */
  public SpellFeed feed() {
    return new Feed();
  }

  /** The table of what an operation makes of each person's spells. */
  public SpellTable map(TrackOperation operation) {
    return of(
        new SpellFeed() {
          private final SpellFeed in = feed();
          private final Track out = new Track();

          @Override
          public boolean next() {
            return in.next();
          }

          @Override
          public long person() {
            return in.person();
          }

          @Override
          public Track spells() {
            operation.apply(in.spells(), out);
            return out;
          }
        });
  }

  /** Shows its size, never a key or a day. */
  @Override
  public String toString() {
    return "%d spells of %d persons".formatted(size(), persons());
  }

  /** Makes of one person's spells others. */
  @FunctionalInterface
  public interface TrackOperation {
    /**
     * Fills {@code out} from {@code in}, which is sorted and is not changed.
     *
     * @param in a person's spells
     * @param out emptied and filled by the operation
     */
    void apply(Track in, Track out);
  }

  private final class Feed implements SpellFeed {
    private final Track track = new Track();
    private int place = -1;

    @Override
    public boolean next() {
      if (place + 1 >= keys.length) {
        return false;
      }
      place++;
      load(place, track);
      return true;
    }

    @Override
    public long person() {
      return keys[place];
    }

    @Override
    public Track spells() {
      return track;
    }
  }
}
