// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meent.disclosure.gate.PeopleDraw.codes;
import static org.meent.disclosure.gate.PeopleDraw.with;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meent.disclosure.rule.RuleSet;

/**
 * Reads everything that leaves of tables, leaves of a tree, odds ratios, survival curves and a
 * regression on the same people, takes every figure for the counts behind it, and tries to compute
 * a count of one to nine persons. He knows more than the figures tell: rounding hides nothing.
 */
class RowRecoveryTest {
  private static final int ATOMS = 18;

  private int small;
  private int figures;

  @Test
  void noSmallCountCanBeComputed() {
    attack(0, 25);
    // The attack must have had something to attack.
    assertThat(figures).isGreaterThan(250);
    assertThat(small).isGreaterThan(25);
  }

  @Test
  @Tag("slow")
  void norInTwoHundred() {
    attack(25, 200);
    assertThat(small).isGreaterThan(200);
  }

  /** Shows that the attack works: with only the small counts left out it finds them. */
  @Test
  void theAttackFindsWhatMarkingOnlySmallCountsWouldLeak() {
    int found = 0;
    int tried = 0;
    for (int seed = 0; seed < 40; seed++) {
      PeopleDraw people = new PeopleDraw(seed);
      Attacker attacker = new Attacker(ATOMS);
      List<SortedMap<String, String>> hidden = new ArrayList<>();
      for (SortedMap<String, String> codes : lattice()) {
        long count = people.count(codes);
        if (count > 0 && count < 10) {
          hidden.add(codes);
        } else {
          learns(people, attacker, codes, 0, 2);
        }
      }
      attacker.starts();
      for (SortedMap<String, String> codes : hidden) {
        double[] form = form(codes, 0, 2);
        tried++;
        found += attacker.largest(form) - attacker.smallest(form) < 0.5 ? 1 : 0;
      }
    }
    assertThat(tried).isGreaterThan(50);
    assertThat(found).isGreaterThan(tried / 2);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 17})
  void theSameRequestGivesTheSameTables(int seed) {
    assertThat(text(judge(seed))).isEqualTo(text(judge(seed)));
  }

  private static List<Releasable> judge(int seed) {
    return Gate.under(RuleSet.named("cbs-ra")).judge(new PeopleDraw(seed).request()).releasables();
  }

  private static String text(List<Releasable> out) {
    return out.stream()
        .map(r -> new String(r.csv(), java.nio.charset.StandardCharsets.UTF_8))
        .reduce("", String::concat);
  }

  private void attack(int from, int to) {
    for (int seed = from; seed < to; seed++) {
      PeopleDraw people = new PeopleDraw(seed);
      List<Releasable> out =
          Gate.under(RuleSet.named("cbs-ra")).judge(people.request()).releasables();
      Attacker attacker = new Attacker(ATOMS);
      out.forEach(releasable -> reads(people, releasable, attacker));
      if (out.isEmpty()) {
        continue;
      }
      learns(people, attacker, codes(), 0, 2);
      assertThat(attacker.starts()).as("request %d is consistent", seed).isTrue();
      for (SortedMap<String, String> codes : lattice()) {
        long count = people.count(codes);
        if (count > 0 && count < 10) {
          small++;
          double[] form = form(codes, 0, 2);
          double least = attacker.smallest(form);
          double most = attacker.largest(form);
          assertThat(most - least)
              .as("request %d, %s: %s", seed, codes, text(out))
              .isGreaterThan(0.5);
        }
      }
    }
  }

  /** Every combination of codes of up to three variables. */
  private static List<SortedMap<String, String>> lattice() {
    List<SortedMap<String, String>> all = new ArrayList<>(List.of(codes()));
    for (String variable : List.of("home", "arm", "job")) {
      for (SortedMap<String, String> codes : List.copyOf(all)) {
        List<String> of =
            switch (variable) {
              case "home" -> PeopleDraw.HOMES;
              case "arm" -> PeopleDraw.ARMS;
              default -> List.of("0", "1");
            };
        of.forEach(code -> all.add(with(codes, variable, code)));
      }
    }
    return all;
  }

  private void reads(PeopleDraw people, Releasable table, Attacker attacker) {
    for (int i = 0; i < table.rows().size(); i++) {
      List<String> row = table.rows().get(i);
      switch (table.kind()) {
        case FREQUENCY_TABLE -> {
          SortedMap<String, String> codes = new TreeMap<>();
          for (int j = 0; j < 2; j++) {
            if (!row.get(j).equals("Total")) {
              codes.put(table.columns().get(j).heading(), row.get(j));
            }
          }
          sees(people, attacker, row.get(2), codes);
        }
        case SEGMENTS -> {
          SortedMap<String, String> home = codes("home", row.get(0));
          sees(people, attacker, row.get(2), home);
          sees(people, attacker, row.get(3), with(home, "arm", "none"));
          sees(people, attacker, row.get(4), with(home, "arm", "work"));
          sees(people, attacker, row.get(5), with(home, "job", "1"), with(home, "job", "0"));
        }
        case RATIOS -> {
          SortedMap<String, String> none = with(group(row.get(0)), "arm", "none");
          SortedMap<String, String> work = with(group(row.get(0)), "arm", "work");
          sees(people, attacker, row.get(4), with(none, "job", "1"), with(none, "job", "0"));
          sees(people, attacker, row.get(4), with(work, "job", "1"), with(work, "job", "0"));
          sees(people, attacker, row.get(5), work);
          sees(people, attacker, row.get(6), none);
        }
        case SURVIVAL -> {
          sees(people, attacker, row.get(3), group(row.get(0)));
          int time = Integer.parseInt(row.get(1));
          if (!row.get(3).equals(Releasable.MARK)) {
            learns(people, attacker, group(row.get(0)), 1, time);
          }
        }
        case REGRESSION -> {
          if (row.get(0).equals("b") || row.get(0).equals("c")) {
            sees(people, attacker, row.get(1), codes("home", row.get(0)));
          }
        }
        case MAGNITUDE_TABLE,
            ESTIMATE_TABLE,
            FLOW,
            POSITIONS,
            BINS,
            STATISTICS,
            CONCENTRATIONS,
            FOREST,
            INCIDENCE ->
            throw new IllegalArgumentException("not drawn");
      }
    }
  }

  private static SortedMap<String, String> group(String subject) {
    return subject.equals("Total") ? codes() : codes(subject.split("=", -1));
  }

  /** A figure that is shown tells the counts of these cells. */
  @SafeVarargs
  private void sees(
      PeopleDraw people, Attacker attacker, String figure, SortedMap<String, String>... cells) {
    if (!figure.equals(Releasable.MARK)) {
      figures++;
      for (SortedMap<String, String> cell : cells) {
        learns(people, attacker, cell, 0, 2);
      }
    }
  }

  private static void learns(
      PeopleDraw people, Attacker attacker, SortedMap<String, String> codes, int from, int to) {
    long count =
        people.persons.stream()
            .filter(p -> p.is(codes) && p.found() >= from && p.found() <= to)
            .count();
    attacker.learns(form(codes, from, to), count, count);
  }

  /** The persons of these codes who found work within these times, over the atoms. */
  private static double[] form(SortedMap<String, String> codes, int from, int to) {
    double[] form = new double[ATOMS];
    int atom = 0;
    for (String home : PeopleDraw.HOMES) {
      for (String arm : PeopleDraw.ARMS) {
        for (int found = 0; found <= 2; found++) {
          boolean in = found >= from && found <= to;
          form[atom++] = in && new PeopleDraw.Person(home, arm, found).is(codes) ? 1 : 0;
        }
      }
    }
    return form;
  }
}
