// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.meent.linkage.world.life.Life;
import org.meent.linkage.world.people.HouseholdDraw;
import org.meent.linkage.world.plan.WorldPlan;
import org.meent.protocols.run.RandomStream;

/**
 * Where a household lives for a while.
 *
 * @param object number of the dwelling
 * @param start first month
 * @param end first month after it
 * @param neighbourhood two digits within the municipality
 */
record Dwelling(String object, int start, int end, String neighbourhood) {
  private static final double MOVES = 0.006;
  private static final int BEFORE = -120;
  private static final int ROOM = 16;

  /** One dwelling after the other, all in one municipality. */
  static List<Dwelling> of(WorldPlan plan, Life life) {
    RandomStream stream = RandomStream.of(plan.seed(), "dwelling", life.household().number());
    List<Dwelling> all = new ArrayList<>();
    int start = BEFORE;
    for (int month = 1; month <= HouseholdDraw.MONTHS; month++) {
      boolean last = month == HouseholdDraw.MONTHS || all.size() == ROOM - 2;
      if (last || stream.nextDouble() < MOVES) {
        long number = (long) life.household().number() * ROOM + all.size();
        String object = String.format(Locale.ROOT, "%032d", number * 7 + 3);
        int end = last ? HouseholdDraw.MONTHS : month;
        all.add(new Dwelling(object, start, end, Calendar.two(stream.nextInt(30))));
        start = month;
        if (last) {
          break;
        }
      }
    }
    return all;
  }
}
