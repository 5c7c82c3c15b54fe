// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.spell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.meent.linkage.spell.RandomTracks.depth;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.meent.protocols.run.RandomStream;

/** Composed states, sequences and exits against a day-by-day oracle. */
class StateCompositionOracleTest {
  private static final int REST = 50;
  private static final int UNKNOWN = 99;
  private static final int CASES = 2_000;

  private record Case(Track track, List<StateLayer> layers, Window observed) {
    static Case of(int number) {
      RandomStream random = RandomStream.of(23, "composition", number);
      Track track = RandomTracks.of(random);
      List<StateLayer> layers = new ArrayList<>();
      for (int state : new int[] {2, 3, 1}) {
        int from = random.nextInt(15);
        Window coverage = new Window(from, from + random.nextInt(59 - from));
        layers.add(new StateLayer(state, coverage, random.nextInt(3) == 0));
      }
      return new Case(track, layers, new Window(0, 59));
    }

    int stateOn(int day) {
      for (StateLayer layer : layers) {
        boolean covers = layer.coverage().contains(day);
        boolean after = layer.absorbing() && day >= layer.coverage().to();
        if ((covers || after) && depth(track, layer.state())[day] > 0) {
          return layer.state();
        }
        if (!covers) {
          return UNKNOWN;
        }
      }
      return REST;
    }

    StateComposition composition() {
      return new StateComposition(layers, observed, REST, UNKNOWN);
    }
  }

  @Test
  void everyObservedDayHasOneState() {
    Track out = new Track();
    for (int number = 0; number < CASES; number++) {
      Case random = Case.of(number);
      random.composition().compose(random.track(), out);
      int day = 0;
      for (int i = 0; i < out.size(); i++) {
        assertThat(out.start(i)).isEqualTo(day);
        assertThat(i == 0 || out.state(i) != out.state(i - 1)).isTrue();
        for (; day < out.end(i); day++) {
          assertThat(out.state(i)).as("case %d day %d", number, day).isEqualTo(random.stateOn(day));
        }
      }
      assertThat(day).isEqualTo(59);
    }
  }

  @Test
  void aMonthHasTheStateThatItsRuleSays() {
    MonthGrid grid = MonthGrid.of(YearMonth.of(1970, 1), YearMonth.of(1970, 2));
    for (int number = 0; number < CASES / 5; number++) {
      Case random = Case.of(number);
      SpellTable table = table(random.track());
      for (MonthState rule : MonthState.values()) {
        StateSequence sequence =
            StateSequence.of(new long[] {7}, table, random.composition(), grid, rule);
        for (int month = 0; month < 2; month++) {
          assertThat(sequence.state(0, month))
              .isEqualTo(expected(random, grid.window(month), rule));
        }
      }
    }
  }

  private static int expected(Case random, Window month, MonthState rule) {
    int[] order = {2, 3, 1, UNKNOWN, REST};
    int best = REST;
    int most = -1;
    for (int state : order) {
      int days = 0;
      for (int day = month.from(); day < month.to(); day++) {
        days += random.stateOn(day) == state ? 1 : 0;
      }
      if (days > 0 && rule == MonthState.HIGHEST_PRIORITY) {
        return state;
      }
      if (days > most) {
        most = days;
        best = state;
      }
    }
    return switch (rule) {
      case FIRST_DAY -> random.stateOn(month.from());
      case LAST_DAY -> random.stateOn(month.to() - 1);
      case MOST_DAYS, HIGHEST_PRIORITY -> best;
    };
  }

  @Test
  void anExitEndsInTheStateThatFollows() {
    Track out = new Track();
    for (int number = 0; number < CASES; number++) {
      Case random = Case.of(number);
      random.composition().compose(random.track(), out);
      RandomStream stream = RandomStream.of(24, "exits", number);
      int from = stream.nextInt(40);
      Window follow = new Window(from, from + stream.nextInt(60 - from));
      List<Exit> exits = new Exits(follow, Set.of(UNKNOWN, 3)).from(out, 1);
      assertThat(exits).isEqualTo(expectedExits(random, follow));
    }
  }

  private static List<Exit> expectedExits(Case random, Window follow) {
    List<Exit> exits = new ArrayList<>();
    int day = follow.from();
    while (day < follow.to()) {
      if (random.stateOn(day) != 1) {
        day++;
        continue;
      }
      int from = day;
      int start = day;
      while (start > 0 && random.stateOn(start - 1) == 1) {
        start--;
      }
      while (day < follow.to() && day < 59 && random.stateOn(day) == 1) {
        day++;
      }
      boolean seen = day < follow.to();
      int cause = seen ? random.stateOn(day) : 1;
      boolean exited = seen && cause != UNKNOWN && cause != 3;
      exits.add(new Exit(start, start > 0, from, day, exited, cause));
    }
    return exits;
  }

  @Test
  void aPersonInNoSourceIsNotForgotten() {
    StateComposition composition =
        new StateComposition(
            List.of(StateLayer.of(1, new Window(0, 31))), new Window(0, 59), REST, UNKNOWN);
    MonthGrid grid = MonthGrid.of(YearMonth.of(1970, 1), 2);
    StateSequence sequence =
        StateSequence.of(
            new long[] {5}, table(new Track()), composition, grid, MonthState.LAST_DAY);
    assertThat(sequence.sequence(0)).containsExactly(REST, UNKNOWN);
  }

  @Test
  void aStateThatNobodyDeclaredStops() {
    StateComposition composition =
        new StateComposition(
            List.of(StateLayer.of(1, new Window(0, 31))), new Window(0, 59), REST, UNKNOWN);
    Track track = new Track();
    track.add(0, 3, 8);
    assertThatThrownBy(() -> composition.compose(track, new Track()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("state 8 is in no layer");
  }

  private static SpellTable table(Track track) {
    int size = track.size();
    long[] persons = new long[size];
    int[] starts = new int[size];
    int[] ends = new int[size];
    int[] states = new int[size];
    for (int i = 0; i < size; i++) {
      persons[i] = 7;
      starts[i] = track.start(i);
      ends[i] = track.end(i);
      states[i] = track.state(i);
    }
    SpellRules rules = SpellRules.withDefaults().with(SpellRules.End.FIRST_DAY_AFTER);
    return SpellTable.read(rules, persons, starts, ends, states);
  }
}
