// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.meent.linkage.world.life.BenefitSpell;
import org.meent.linkage.world.life.ExitReason;
import org.meent.linkage.world.life.Life;
import org.meent.linkage.world.people.HouseholdDraw;

/**
 * Months in which a household keeps its form.
 *
 * @param number which of the household's spells, from 0
 * @param start first month
 * @param end first month after it
 * @param newcomer whether someone who earns, and is in no file, lives there too
 */
record HouseholdSpell(int number, int start, int end, boolean newcomer) {
  private static final int BEFORE = -120;

  /** The spells of a life: a new one whenever somebody moves in or the benefit comes back. */
  static List<HouseholdSpell> of(Life life) {
    List<HouseholdSpell> spells = new ArrayList<>();
    int start = Math.max(BEFORE, life.household().head().birthMonth() + 18 * 12);
    start = Math.min(start, life.household().entry());
    boolean newcomer = false;
    for (BenefitSpell benefit : life.spells()) {
      if (newcomer && benefit.start() > start) {
        spells.add(new HouseholdSpell(spells.size(), start, benefit.start(), true));
        start = benefit.start();
        newcomer = false;
      }
      if (benefit.reason().equals(Optional.of(ExitReason.HOUSEHOLD))
          && benefit.end() < HouseholdDraw.MONTHS) {
        spells.add(new HouseholdSpell(spells.size(), start, benefit.end(), false));
        start = benefit.end();
        newcomer = true;
      }
    }
    spells.add(new HouseholdSpell(spells.size(), start, HouseholdDraw.MONTHS, newcomer));
    return spells;
  }
}
