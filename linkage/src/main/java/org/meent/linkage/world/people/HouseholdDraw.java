// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.meent.linkage.world.plan.LifeRates;
import org.meent.linkage.world.plan.WorldPlan;
import org.meent.protocols.run.RandomStream;

/**
 * Draws one household from the stream of its own number. Entry into benefit is drawn over the forty
 * years before the world begins and the six years that it lasts; who would have left before the
 * world begins is drawn again. So the people in benefit at the start have the durations, ages and
 * traits that such a process leaves behind.
 */
public final class HouseholdDraw {
  /** Room for persons of one household in the true numbers. */
  public static final int ROOM = 8;

  /** Age in years from which a person gets a state pension instead of benefit. */
  public static final int PENSION = 67;

  /** How many months the world lasts, from January 2019. */
  public static final int MONTHS = 72;

  private static final int YEARS_BEFORE = 40;
  private static final int MOST_CHILDREN = 4;

  private final WorldPlan plan;
  private final Municipalities municipalities;
  private final PersonKeys keys;

  /** Draws for a plan. */
  public HouseholdDraw(WorldPlan plan, Municipalities municipalities) {
    this.plan = plan;
    this.municipalities = municipalities;
    this.keys = new PersonKeys(plan);
  }

  /** The household with a number from 0. */
  public Household household(int number) {
    RandomStream stream = RandomStream.of(plan.seed(), "household", number);
    while (true) {
      int entry = entry(stream);
      int age = entryAge(stream) * 12 + stream.nextInt(12);
      Origin origin = origin(stream, plan.rates().bornAbroad());
      Education education = education(stream, origin);
      Traits traits = TraitDraw.of(stream, origin, education);
      if (stays(stream, traits, entry, age)) {
        Traits scored = TraitDraw.scored(stream, traits);
        return settle(stream, number, entry, entry - age, origin, education, scored);
      }
    }
  }

  /** Uniform over the months, thinner since the world began. */
  private int entry(RandomStream stream) {
    while (true) {
      int entry = stream.nextInt(YEARS_BEFORE * 12 + MONTHS) - YEARS_BEFORE * 12;
      if (entry < 0 || stream.nextDouble() >= plan.rates().entryDecline()) {
        return entry;
      }
    }
  }

  private static int entryAge(RandomStream stream) {
    double which = stream.nextDouble();
    if (which < 0.37) {
      return 18 + stream.nextInt(9);
    }
    return which < 0.77 ? 27 + stream.nextInt(18) : 45 + stream.nextInt(12);
  }

  private static Origin origin(RandomStream stream, double abroad) {
    double which = stream.nextDouble();
    if (which < abroad) {
      return which < 0.45 * abroad ? Origin.REFUGEE : Origin.MIGRANT;
    }
    return which < abroad + 0.12 ? Origin.SECOND_GENERATION : Origin.NETHERLANDS;
  }

  private static Education education(RandomStream stream, Origin origin) {
    double which = stream.nextDouble() - (origin == Origin.REFUGEE ? 0.08 : 0);
    return which < 0.55 ? Education.LOW : which < 0.87 ? Education.MIDDLE : Education.HIGH;
  }

  /** Whether someone who entered before the world began is still there when it begins. */
  private boolean stays(RandomStream stream, Traits traits, int entry, int age) {
    if (entry >= 0) {
      return true;
    }
    LifeRates rates = plan.rates();
    double log = StrictMath.log(1 - stream.nextDouble());
    for (int month = entry; month < 0; month += 12) {
      double years = (age + month - entry) / 12.0;
      int months = Math.min(12, -month);
      ExitHazard hazard = ExitHazard.of(rates, traits, years);
      log += months * (StrictMath.exp(hazard.work()) + StrictMath.exp(hazard.other()));
      log += months * ExitHazard.death(years);
      if (log > 0) {
        return false;
      }
    }
    return age - entry < PENSION * 12;
  }

  private Household settle(
      RandomStream stream,
      int number,
      int entry,
      int birth,
      Origin origin,
      Education education,
      Traits traits) {
    boolean woman = stream.nextDouble() < plan.rates().shareWoman();
    long first = (long) number * ROOM;
    Person head = person(stream, first, woman, birth, origin, education);
    Optional<Person> partner = Optional.empty();
    if (stream.nextDouble() < plan.rates().shareCouple()) {
      int partnerBirth = Math.min(birth + stream.nextInt(97) - 48, entry - 18 * 12);
      Education taught = education(stream, origin);
      partner = Optional.of(person(stream, first + 1, !woman, partnerBirth, origin, taught));
    }
    List<Person> children = children(stream, first, entry, head, partner.isPresent());
    Municipality municipality = municipalities.at(stream.nextDouble());
    int spell = entry;
    if (entry < 0 && stream.nextDouble() < plan.rates().interrupted()) {
      spell = -stream.nextInt(-entry);
    }
    Household.Before before = before(stream, origin, entry - birth);
    return new Household(number, head, traits, partner, children, municipality, spell, before);
  }

  private Person person(
      RandomStream stream, long id, boolean woman, int birth, Origin origin, Education education) {
    int day = 1 + stream.nextInt(28);
    return new Person(id, woman, birth, day, origin, education, keys.rin(id), keys.bsn(id));
  }

  private List<Person> children(
      RandomStream stream, long first, int entry, Person head, boolean couple) {
    double chance = couple ? 0.65 : head.woman() ? 0.38 : 0.06;
    List<Person> children = new ArrayList<>();
    int oldest = Math.max(0, Math.min(17, head.age(entry) - 20));
    while (children.size() < MOST_CHILDREN && oldest > 0 && stream.nextDouble() < chance) {
      int birth = entry - stream.nextInt(oldest * 12);
      Origin origin = head.origin().bornHere() ? head.origin() : Origin.SECOND_GENERATION;
      boolean girl = stream.nextDouble() < 0.49;
      long id = first + 2 + children.size();
      children.add(person(stream, id, girl, birth, origin, Education.LOW));
      chance *= 0.75;
    }
    children.sort(
        java.util.Comparator.comparingInt(Person::birthMonth).thenComparingLong(Person::id));
    return children;
  }

  private static Household.Before before(RandomStream stream, Origin origin, int ageInMonths) {
    double which = stream.nextDouble();
    if (origin == Origin.REFUGEE && which < 0.5) {
      return Household.Before.ABROAD;
    }
    if (ageInMonths < 27 * 12) {
      return which < 0.4
          ? Household.Before.STUDY
          : which < 0.7 ? Household.Before.WORK : Household.Before.NONE;
    }
    if (which < 0.37) {
      return Household.Before.UNEMPLOYMENT;
    }
    return which < 0.6
        ? Household.Before.WORK
        : which < 0.9 ? Household.Before.NONE : Household.Before.SELF_EMPLOYED;
  }
}
