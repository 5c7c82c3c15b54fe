// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.meent.linkage.world.plan.WorldPlan;
import org.meent.protocols.run.RandomStream;

/** The municipalities of a world, and who works there. */
public final class Municipalities {
  /** How many there are. */
  public static final int COUNT = 40;

  /** What log odds and log hazards of a caseworker vary by. */
  private static final double LENIENCY = 0.45;

  private static final double QUALITY = 0.12;
  private static final int FIRST_CODE = 9001;
  private static final int CASELOAD = 60;
  private static final int FEWEST = 4;
  private static final int[] PILOTS = {5, 6, 7};
  private static final int FIRST_REFORM = 24;
  private static final int VENDORS = 3;

  private static final int QUARTERS = HouseholdDraw.MONTHS / 3;
  private static final double WAITING = 0.15;

  private final List<Municipality> all;
  private final List<List<Caseworker>> caseworkers = new ArrayList<>();
  private final boolean[][] waiting = new boolean[COUNT][QUARTERS];

  /** The municipalities of a plan. */
  public Municipalities(WorldPlan plan) {
    double total = 0;
    for (int m = 0; m < COUNT; m++) {
      total += weight(m);
    }
    List<Municipality> made = new ArrayList<>();
    for (int m = 0; m < COUNT; m++) {
      made.add(make(plan, m, weight(m) / total));
    }
    this.all = List.copyOf(made);
    for (Municipality municipality : all) {
      staff(plan.seed(), municipality);
    }
  }

  private void staff(long seed, Municipality municipality) {
    List<Caseworker> staff = new ArrayList<>();
    for (int place = 0; place < municipality.caseworkers(); place++) {
      RandomStream stream = RandomStream.of(seed, "caseworker", municipality.number(), place);
      staff.add(
          new Caseworker(
              place,
              String.format(Locale.ROOT, "%s-%04d", municipality.code(), place + 1),
              LENIENCY * stream.nextGaussian(),
              QUALITY * stream.nextGaussian()));
    }
    caseworkers.add(staff);
    for (int quarter = 0; quarter < QUARTERS; quarter++) {
      RandomStream stream = RandomStream.of(seed, "waiting", municipality.number(), quarter);
      waiting[municipality.number()][quarter] = stream.nextDouble() < WAITING;
    }
  }

  private static double weight(int place) {
    return 1 / StrictMath.pow(place + 2, 0.8);
  }

  private static Municipality make(WorldPlan plan, int place, double size) {
    RandomStream stream = RandomStream.of(plan.seed(), "municipality", place);
    boolean pilot = java.util.Arrays.binarySearch(PILOTS, place) >= 0;
    return new Municipality(
        place,
        Integer.toString(FIRST_CODE + place),
        size,
        Math.max(FEWEST, (int) (plan.persons() * size / CASELOAD)),
        0.3 * stream.nextGaussian(),
        0.15 * stream.nextGaussian(),
        pilot,
        FIRST_REFORM + 6 * stream.nextInt(4),
        1.2 * stream.nextGaussian() - 0.4,
        0.03 + 0.05 * stream.nextDouble(),
        0.6 * stream.nextDouble() * stream.nextDouble(),
        0.05 + 0.2 * stream.nextDouble(),
        0.35 + 0.4 * stream.nextDouble(),
        place % VENDORS);
  }

  /** All of them, by number. */
  public List<Municipality> all() {
    return all;
  }

  /** The one that a uniform number in [0, 1) falls in, by size. */
  Municipality at(double uniform) {
    double sum = 0;
    for (Municipality municipality : all) {
      sum += municipality.size();
      if (uniform < sum) {
        return municipality;
      }
    }
    return all.getLast();
  }

  /** A caseworker of a municipality, by place from 0. */
  public Caseworker caseworker(Municipality municipality, int place) {
    return caseworkers.get(municipality.number()).get(place);
  }

  /** Whether a municipality has no room for anybody new in a month, from January 2019. */
  public boolean full(Municipality municipality, int month) {
    return waiting[municipality.number()][month / 3];
  }
}
