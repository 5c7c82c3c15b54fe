// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.truth;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.meent.linkage.world.life.BenefitSpell;
import org.meent.linkage.world.life.ExitReason;
import org.meent.linkage.world.life.Instrument;
import org.meent.linkage.world.life.Life;
import org.meent.linkage.world.life.LifeSimulation;
import org.meent.linkage.world.people.HouseholdDraw;
import org.meent.linkage.world.people.Municipalities;
import org.meent.linkage.world.people.Person;
import org.meent.linkage.world.plan.WorldPlan;
import org.meent.linkage.world.register.Calendar;
import org.meent.linkage.world.register.SrgRow;

/**
 * Counts of recipients, partners among them, for comparison with published figures. Names of counts
 * are those that published figures are compared with.
 */
public final class Census {
  /** The month of the stock that published counts are scaled by. */
  public static final int MARCH_2024 = Calendar.january(2024) + 2;

  private static final int MARCH_2023 = Calendar.january(2023) + 2;
  private static final int LATE_2023 = Calendar.january(2023) + 9;

  private final WorldPlan plan;
  private final Map<String, Long> counts = new TreeMap<>();

  /** Counts of nobody yet. */
  public Census(WorldPlan plan) {
    this.plan = plan;
  }

  /** A count; 0 if nothing was counted. */
  public long count(String name) {
    return counts.getOrDefault(name, 0L);
  }

  /** The counts of a whole world, without writing it. */
  public static Census of(WorldPlan plan) {
    Municipalities municipalities = new Municipalities(plan);
    HouseholdDraw draw = new HouseholdDraw(plan, municipalities);
    LifeSimulation simulation = new LifeSimulation(plan, municipalities);
    Census census = new Census(plan);
    for (int number = 0; number < plan.persons(); number++) {
      census.add(simulation.life(draw.household(number)));
    }
    return census;
  }

  /** Adds a life. */
  public void add(Life life) {
    int recipients = life.household().partner().isPresent() ? 2 : 1;
    add("households", 1);
    add("recipients", recipients);
    stock(life, recipients);
    for (BenefitSpell spell : life.spells()) {
      spell(life, spell, recipients);
    }
    for (int month = 0; month < HouseholdDraw.MONTHS; month++) {
      add("benefitMonths", life.inBenefit(month) ? 1 : 0);
      add("partTimeMonths", life.inBenefit(month) && life.partTime()[month] ? 1 : 0);
    }
    add("provisions", life.provisions().size());
    support(life);
  }

  /** What the statistics of re-integration hold on March 2023. */
  private void support(Life life) {
    long running = 0;
    for (SrgRow row : SrgRow.of(plan, life)) {
      boolean runs = row.runs(MARCH_2023);
      running += runs ? 1 : 0;
      add("subsidies", runs && row.code().equals(Instrument.WAGE_SUBSIDY.code()) ? 1 : 0);
    }
    add("supports", running);
    add("supported", running > 0 ? 1 : 0);
  }

  private void stock(Life life, int recipients) {
    if (life.inBenefit(2)) {
      add("stock2019", recipients);
    }
    if (!life.inBenefit(MARCH_2024)) {
      return;
    }
    add("stock", recipients);
    person(life.household().head());
    life.household().partner().ifPresent(this::person);
    for (BenefitSpell spell : life.spells()) {
      if (spell.start() <= MARCH_2024 && MARCH_2024 < spell.end()) {
        boolean fresh = MARCH_2024 - spell.start() < 6;
        boolean abroad = !life.household().head().origin().bornHere();
        add("stockShort", fresh ? recipients : 0);
        add("stockShortAbroad", fresh && abroad ? recipients : 0);
      }
    }
  }

  private void person(Person person) {
    int age = person.age(MARCH_2024);
    add(age < 27 ? "stockTo27" : age < 45 ? "stockTo45" : "stockFrom45", 1);
    add("stockWomen", person.woman() ? 1 : 0);
  }

  private void spell(Life life, BenefitSpell spell, int recipients) {
    if (spell.start() >= LATE_2023 && spell.start() < LATE_2023 + 3) {
      add("inflow", recipients);
      add("inflowAgain", spell.again() ? recipients : 0);
    }
    if (spell.reason().isEmpty()) {
      return;
    }
    if (spell.end() >= LATE_2023 && spell.end() < LATE_2023 + 3) {
      add("outflow", recipients);
      int age = life.household().head().age(spell.end());
      add(
          age < 25 ? "outTo25" : age < 35 ? "outTo35" : age < 45 ? "outTo45" : "outFrom45",
          recipients);
    }
    if (Calendar.year(spell.end()) == 2023) {
      add("ended", recipients);
      add("ended" + duration(spell.months()), recipients);
      add("endedWork", spell.reason().equals(Optional.of(ExitReason.WORK)) ? recipients : 0);
    }
  }

  private static String duration(int months) {
    return months < 6
        ? "0"
        : months < 12
            ? "6"
            : months < 24
                ? "12"
                : months < 36 ? "24" : months < 48 ? "36" : months < 60 ? "48" : "60";
  }

  /** Adds all counts of another part of the world. */
  public void add(Census other) {
    other.counts.forEach(this::add);
  }

  private void add(String name, long more) {
    counts.merge(name, more, Long::sum);
  }
}
