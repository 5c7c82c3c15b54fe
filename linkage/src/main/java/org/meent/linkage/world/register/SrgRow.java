// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.meent.linkage.world.life.Instrument;
import org.meent.linkage.world.life.Life;
import org.meent.linkage.world.life.Provision;
import org.meent.linkage.world.people.HouseholdDraw;
import org.meent.linkage.world.people.Municipality;
import org.meent.linkage.world.plan.WorldPlan;
import org.meent.protocols.run.RandomStream;

/**
 * A provision as the statistics of re-integration came to know it.
 *
 * @param code its type
 * @param start its first month, always registered from the first day
 * @param end the first month after it; the length of the world if no end was registered
 * @param truth the provision behind it
 * @param fault what is wrong with it, if anything
 */
public record SrgRow(String code, int start, int end, Provision truth, Optional<Defect> fault) {
  private static final double AIDS = 0.12;

  /** What the municipality delivered on a life; the same for every file made of it. */
  public static List<SrgRow> of(WorldPlan plan, Life life) {
    RandomStream stream = RandomStream.of(plan.seed(), "srg", life.household().number());
    Municipality place = life.household().municipality();
    List<SrgRow> rows = new ArrayList<>();
    for (Provision provision : life.provisions()) {
      boolean missing = stream.nextDouble() < place.underRegistration();
      double late = stream.nextDouble();
      boolean aid = stream.nextDouble() < AIDS;
      if (!missing) {
        add(rows, place, provision, late, aid);
      }
    }
    return rows;
  }

  private static void add(
      List<SrgRow> rows, Municipality place, Provision provision, double late, boolean aid) {
    int end = Math.min(provision.end(), HouseholdDraw.MONTHS);
    Optional<Defect> fault = Optional.empty();
    if (late < place.openEnds()) {
      end = HouseholdDraw.MONTHS;
      fault = Optional.of(Defect.PROVISION_NO_END);
    } else if (late < place.openEnds() + place.lateEnds()) {
      end = Math.min(HouseholdDraw.MONTHS, Calendar.january(Calendar.year(end - 1) + 2));
      fault = Optional.of(Defect.PROVISION_LATE_END);
    }
    int start = provision.start();
    String code = provision.instrument().code();
    rows.add(new SrgRow(code, start, end, provision, fault));
    if (provision.instrument() == Instrument.JOB_COACH) {
      Optional<Defect> twice = Optional.of(Defect.PROVISION_DOUBLE);
      rows.add(new SrgRow("29", start, end, provision, twice));
    }
    if (aid) {
      String kind = provision.instrument() == Instrument.WAGE_SUBSIDY ? "31" : "59";
      rows.add(new SrgRow(kind, start, start + 1, provision, Optional.empty()));
    }
  }

  /** Whether it runs in a month, as registered. */
  public boolean runs(int month) {
    return start <= month && month < end;
  }
}
