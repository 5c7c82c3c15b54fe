// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.bench;

import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.meent.linkage.spell.JoinCounts;
import org.meent.linkage.spell.MonthGrid;
import org.meent.linkage.spell.MonthRule;
import org.meent.linkage.spell.MonthState;
import org.meent.linkage.spell.MonthStates;
import org.meent.linkage.spell.SpellAlgebra;
import org.meent.linkage.spell.SpellFeed;
import org.meent.linkage.spell.SpellFeeds;
import org.meent.linkage.spell.SpellJoin;
import org.meent.linkage.spell.SpellMeasures;
import org.meent.linkage.spell.SpellRules;
import org.meent.linkage.spell.SpellTable;
import org.meent.linkage.spell.StateComposition;
import org.meent.linkage.spell.StateLayer;
import org.meent.linkage.spell.Track;
import org.meent.linkage.spell.Window;
import org.meent.protocols.run.RandomStream;

/**
 * Speed of spell operations, in million spells per CPU-second: {@code persons} or {@code stream
 * persons}. In the first form tables of 2.5 benefit and 5 job spells per person stand in memory; in
 * the second the spells are drawn while they are read, so that memory stays that of one person.
 */
public final class SpellBench {
  private static final int DAYS = 3653;
  private static final int BENEFIT = 1;
  private static final int JOB = 2;
  private static final SpellJoin MANY =
      new SpellJoin("benefit, job", SpellJoin.Relation.MANY_TO_MANY);

  private SpellBench() {}

  /** Prints the speeds; each figure is the best of three. */
  public static void main(String[] args) {
    if (args[0].equals("stream")) {
      stream(Integer.parseInt(args[1]));
    } else {
      tables(Integer.parseInt(args[0]));
    }
  }

  private static void stream(int persons) {
    double before = ForestBench.cpu();
    JoinCounts counts =
        MANY.overlapping(
            new Drawn(persons, BENEFIT, 5), new Drawn(persons, JOB, 10), (p, l, i, r, j) -> {});
    double cpu = ForestBench.cpu() - before;
    long spells = counts.left() + counts.right();
    long heap = Runtime.getRuntime().totalMemory() >> 20;
    System.out.printf(
        Locale.ROOT,
        "stream: %d spells, %d overlaps, cpu-s %.1f, M spells per CPU-s %.1f, heap %d MiB%n",
        spells,
        counts.pairs(),
        cpu,
        spells / cpu / 1e6,
        heap);
  }

  private static void tables(int persons) {
    SpellTable benefits = SpellTable.of(new Drawn(persons, BENEFIT, 5));
    SpellTable jobs = SpellTable.of(new Drawn(persons, JOB, 10));
    long both = (long) benefits.size() + jobs.size();
    Columns columns = Columns.of(jobs);
    measure("read from columns", jobs.size(), columns::read);
    measure("overlap join", both, () -> overlaps(benefits, jobs));
    measure("next-job join", both, () -> next(benefits, jobs));
    measure("merge within 2 days", jobs.size(), () -> merge(jobs));
    measure("subtract jobs from benefits", both, () -> subtract(benefits, jobs));
    measure("months in work", jobs.size(), () -> months(jobs));
    measure("state per month, 2 sources", both, () -> sequence(benefits, jobs));
  }

  private static void measure(String what, long spells, LongSupplier work) {
    double best = Double.POSITIVE_INFINITY;
    long result = 0;
    for (int round = 0; round < 3; round++) {
      double before = ForestBench.cpu();
      result = work.getAsLong();
      best = Math.min(best, ForestBench.cpu() - before);
    }
    System.out.printf(
        Locale.ROOT,
        "%-28s %,12d spells  cpu-s %6.2f  M spells per CPU-s %6.1f  (result %d)%n",
        what,
        spells,
        best,
        spells / best / 1e6,
        result);
  }

  private static long overlaps(SpellTable benefits, SpellTable jobs) {
    return MANY.overlapping(benefits.feed(), jobs.feed(), (p, l, i, r, j) -> {}).pairs();
  }

  private static long next(SpellTable benefits, SpellTable jobs) {
    return MANY.next(benefits.feed(), jobs.feed(), (p, l, i, r, j) -> {}).pairs();
  }

  private static long merge(SpellTable jobs) {
    SpellAlgebra algebra = new SpellAlgebra();
    Track out = new Track();
    long size = 0;
    for (SpellFeed feed = jobs.feed(); feed.next(); size += out.size()) {
      algebra.merge(feed.spells(), 2, out);
    }
    return size;
  }

  private static long subtract(SpellTable benefits, SpellTable jobs) {
    SpellAlgebra algebra = new SpellAlgebra();
    Track out = new Track();
    Track work = new Track();
    long size = 0;
    for (SpellFeed feed = benefits.feed(); feed.next(); size += out.size()) {
      jobs.loadPerson(feed.person(), work);
      algebra.subtract(feed.spells(), work, out);
    }
    return size;
  }

  private static long months(SpellTable jobs) {
    MonthGrid grid = MonthGrid.of(YearMonth.of(1974, 1), 24);
    long months = 0;
    for (SpellFeed feed = jobs.feed(); feed.next(); ) {
      months += SpellMeasures.months(feed.spells(), JOB, grid, MonthRule.ANY_DAY);
    }
    return months;
  }

  private static long sequence(SpellTable benefits, SpellTable jobs) {
    Window all = new Window(0, DAYS);
    StateComposition composition =
        new StateComposition(
            List.of(StateLayer.of(JOB, all), StateLayer.of(BENEFIT, all)), all, 8, 9);
    MonthGrid grid = MonthGrid.of(YearMonth.of(1970, 1), 120);
    MonthStates months = new MonthStates(composition, grid, MonthState.MOST_DAYS);
    int[] states = new int[120];
    long sum = 0;
    SpellFeed feed = SpellFeeds.together(List.of(benefits.feed(), jobs.feed()));
    while (feed.next()) {
      months.fill(feed.spells(), states, 0);
      sum += states[60];
    }
    return sum;
  }

  /** Columns as a delivery has them, rows of a person in any order. */
  private record Columns(long[] persons, int[] starts, int[] ends, int[] states) {
    static Columns of(SpellTable table) {
      int size = table.size();
      Columns columns = new Columns(new long[size], new int[size], new int[size], new int[size]);
      int row = 0;
      for (SpellFeed feed = table.feed(); feed.next(); ) {
        Track track = feed.spells();
        for (int i = track.size() - 1; i >= 0; i--, row++) {
          columns.persons[row] = feed.person();
          columns.starts[row] = track.start(i);
          columns.ends[row] = track.end(i);
          columns.states[row] = track.state(i);
        }
      }
      return columns;
    }

    long read() {
      SpellRules rules = SpellRules.withDefaults().with(SpellRules.End.FIRST_DAY_AFTER);
      return SpellTable.read(rules, persons, starts, ends, states).size();
    }
  }

  /** Spells drawn while they are read: up to a number for each person, in ten years. */
  private static final class Drawn implements SpellFeed {
    private final int persons;
    private final int state;
    private final int most;
    private final Track track = new Track();
    private int person = -1;

    Drawn(int persons, int state, int most) {
      this.persons = persons;
      this.state = state;
      this.most = most;
    }

    @Override
    public boolean next() {
      if (++person >= persons) {
        return false;
      }
      RandomStream random = RandomStream.of(state, person);
      track.clear();
      int size = random.nextInt(most + 1);
      int day = random.nextInt(400);
      for (int i = 0; i < size && day < DAYS; i++) {
        int end = day + 1 + random.nextInt(700);
        track.add(day, end, state);
        day = Math.max(day + 1, end + random.nextInt(500) - 100);
      }
      track.sort();
      return true;
    }

    @Override
    public long person() {
      return person;
    }

    @Override
    public Track spells() {
      return track;
    }
  }
}
