// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.register;

import org.meent.linkage.world.people.HouseholdDraw;
import org.meent.linkage.world.people.PersonKeys;
import org.meent.linkage.world.plan.WorldPlan;
import org.meent.protocols.run.RandomStream;

/**
 * Keys that do not stand for one person each: a municipal number that two recipients share, and
 * recipients with two numbers in the registers. They are so rare that a world of at least 1,000
 * persons has one of each planted on purpose.
 */
final class RareKeys {
  private static final int LEAST_PERSONS = 1_000;
  private static final int SECOND_NUMBER = HouseholdDraw.ROOM - 1;
  private static final int TWIN = HouseholdDraw.ROOM - 2;

  private final WorldPlan plan;
  private final PersonKeys keys;

  RareKeys(WorldPlan plan) {
    this.plan = plan;
    this.keys = new PersonKeys(plan);
  }

  /** Whether the recipient of a household goes by the number of the household before it. */
  boolean borrows(int household) {
    return household > 0 && household < plan.persons() && hit("shared number", household);
  }

  /** Whether the recipient of a household has two numbers in the registers. */
  boolean hasTwo(int household) {
    return hit("second number", household);
  }

  /** The municipal number of the recipient of a household. */
  String municipal(int household) {
    return keys.bsn((long) household * HouseholdDraw.ROOM);
  }

  /** The second register number of the recipient of a household. */
  String second(int household) {
    return keys.rin((long) household * HouseholdDraw.ROOM + SECOND_NUMBER);
  }

  /** The register number of the recipient's twin. */
  String twin(int household) {
    return keys.rin((long) household * HouseholdDraw.ROOM + TWIN);
  }

  private boolean hit(String kind, int household) {
    double rate = plan.defects().rareKeys();
    boolean planted =
        rate > 0
            && plan.persons() >= LEAST_PERSONS
            && household == 1 + RandomStream.of(plan.seed(), kind).nextInt(plan.persons() - 1);
    return planted || RandomStream.of(plan.seed(), kind, household).nextDouble() < rate;
  }
}
