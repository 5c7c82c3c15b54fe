// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.truth;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.meent.linkage.format.Column;
import org.meent.linkage.format.ValueType;
import org.meent.linkage.world.life.Life;
import org.meent.linkage.world.life.Outcome;
import org.meent.linkage.world.life.Plan;
import org.meent.linkage.world.life.PotentialOutcome;
import org.meent.linkage.world.people.Traits;
import org.meent.linkage.world.people.ZrmDomain;
import org.meent.linkage.world.register.RegisterFile;
import org.meent.linkage.world.register.Rows;

/**
 * True average effects: of each instrument against none, and of the fixed against a changing
 * caseworker, over all with a plan who are eligible (ATE) and over those who got it (ATT), for
 * everybody and by group. Sums are of whole numbers, so their order does not matter.
 */
public final class EffectSums {
  /** The file. */
  public static final RegisterFile FILE =
      new RegisterFile(
          "truth",
          "effects",
          "",
          List.of(
              Column.text("arm", 20),
              Column.text("against", 20),
              Column.text("outcome", 16),
              Column.text("regime", 8),
              Column.text("group", 16),
              Column.text("level", 16),
              Column.of("eligible", ValueType.NUMBER),
              Column.of("received", ValueType.NUMBER),
              Column.of("ate", ValueType.NUMBER),
              Column.of("att", ValueType.NUMBER)),
          RegisterFile.Layout.TRUTH);

  private static final List<String> OUTCOMES =
      List.of(
          "months12", "months24", "sustained", "income", "left_for_work", "left_without", "back");

  private final Map<List<String>, long[]> sums = new TreeMap<>(EffectSums::compare);

  private static int compare(List<String> left, List<String> right) {
    for (int i = 0; i < left.size(); i++) {
      int order = left.get(i).compareTo(right.get(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  /** Adds a life; one without a plan of approach adds nothing. */
  public void add(Life life) {
    life.plan().ifPresent(plan -> add(life, plan));
  }

  private void add(Life life, Plan plan) {
    List<List<String>> groups = groups(life);
    for (PotentialOutcome outcome : plan.outcomes()) {
      String against = against(outcome.arm());
      if (against.isEmpty() || !outcome.eligible()) {
        continue;
      }
      PotentialOutcome other = plan.under(against);
      boolean received = TruthTables.received(plan, outcome.arm());
      for (int k = 0; k < OUTCOMES.size(); k++) {
        long natural = value(outcome.natural(), k) - value(other.natural(), k);
        long alone = value(outcome.alone(), k) - value(other.alone(), k);
        for (List<String> group : groups) {
          List<String> key = new ArrayList<>(List.of(outcome.arm(), OUTCOMES.get(k)));
          key.addAll(group);
          long[] sum = sums.computeIfAbsent(key, none -> new long[6]);
          sum[0]++;
          sum[1] += natural;
          sum[2] += alone;
          sum[3] += received ? 1 : 0;
          sum[4] += received ? natural : 0;
          sum[5] += received ? alone : 0;
        }
      }
    }
  }

  private static String against(String arm) {
    return switch (arm) {
      case PotentialOutcome.NONE, PotentialOutcome.CHANGING -> "";
      case PotentialOutcome.FIXED -> PotentialOutcome.CHANGING;
      default -> PotentialOutcome.NONE;
    };
  }

  private static long value(Outcome outcome, int which) {
    return switch (which) {
      case 0 -> outcome.months12();
      case 1 -> outcome.months24();
      case 2 -> outcome.sustained() ? 1 : 0;
      case 3 -> outcome.income();
      case 4 -> outcome.leaving().forWork() ? 1 : 0;
      case 5 -> outcome.leaving().withoutIncome() ? 1 : 0;
      default -> outcome.leaving().back() ? 1 : 0;
    };
  }

  private static List<List<String>> groups(Life life) {
    Traits traits = life.household().traits();
    int age = life.household().head().age(0);
    return List.of(
        List.of("all", "all"),
        List.of("sex", life.household().head().woman() ? "2" : "1"),
        List.of("education", life.household().head().education().name()),
        List.of("age2019", age < 27 ? "<27" : age < 45 ? "27-44" : "45+"),
        List.of("mental", traits.score(ZrmDomain.GEESTELIJKE_GEZONDHEID) <= 2 ? "1-2" : "3-5"),
        List.of("bornHere", life.household().head().origin().bornHere() ? "1" : "0"));
  }

  /** Adds all sums of another part of the world. */
  public void add(EffectSums other) {
    other.sums.forEach(
        (key, values) -> {
          long[] mine = sums.computeIfAbsent(key, none -> new long[6]);
          for (int i = 0; i < mine.length; i++) {
            mine[i] += values[i];
          }
        });
  }

  /** The rows of the file. */
  public Rows rows() {
    Rows rows = new Rows(FILE.columns());
    sums.forEach(
        (key, sum) -> {
          row(rows, key, "natural", sum, 1);
          if (!key.getFirst().equals(PotentialOutcome.FIXED)) {
            row(rows, key, "alone", sum, 2);
          }
        });
    return rows;
  }

  private static void row(Rows rows, List<String> key, String regime, long[] sum, int place) {
    rows.text(key.getFirst())
        .text(against(key.getFirst()))
        .text(key.get(1))
        .text(regime)
        .text(key.get(2))
        .text(key.get(3))
        .number(sum[0])
        .number(sum[3])
        .number(mean(sum[place], sum[0]))
        .number(mean(sum[place + 3], sum[3]))
        .end();
  }

  private static double mean(long sum, long count) {
    return count == 0 ? Double.NaN : Math.rint(1e6 * sum / count) / 1e6;
  }
}
