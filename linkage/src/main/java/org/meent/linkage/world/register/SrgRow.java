// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.register;

import java.util.ArrayList;
import java.util.List;
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
 * @param faults what is wrong with it; those of dates stand once, with the first row of a provision
 */
public record SrgRow(String code, int start, int end, Provision truth, List<Defect> faults) {
  private static final double AIDS = 0.12;

  /** Copies the faults. */
  public SrgRow {
    faults = List.copyOf(faults);
  }

  /** What the municipality delivered on a life; the same for every file made of it. */
  public static List<SrgRow> of(WorldPlan plan, Life life) {
    RandomStream stream = RandomStream.of(plan.seed(), "srg", life.household().number());
    RandomStream reports = RandomStream.of(plan.seed(), "late", life.household().number());
    Municipality place = life.household().municipality();
    List<SrgRow> rows = new ArrayList<>();
    for (Provision provision : life.provisions()) {
      boolean missing = stream.nextDouble() < place.underRegistration();
      double late = stream.nextDouble();
      boolean aid = stream.nextDouble() < AIDS;
      int beginDelay = LateReport.delay(plan, reports);
      int endDelay = LateReport.delay(plan, reports);
      if (missing) {
        continue;
      }
      SrgRow row = registered(place, provision, late, beginDelay, endDelay);
      rows.add(row);
      if (provision.instrument() == Instrument.JOB_COACH) {
        rows.add(row.beside("29", row.end(), List.of(Defect.PROVISION_DOUBLE)));
      }
      if (aid) {
        String kind = provision.instrument() == Instrument.WAGE_SUBSIDY ? "31" : "59";
        rows.add(row.beside(kind, row.start() + 1, List.of()));
      }
    }
    return rows;
  }

  private static SrgRow registered(
      Municipality place, Provision provision, double late, int beginDelay, int endDelay) {
    List<Defect> faults = new ArrayList<>();
    int start =
        Math.min(HouseholdDraw.MONTHS - 1, LateReport.registered(provision.start(), beginDelay));
    if (start > provision.start()) {
      faults.add(Defect.PROVISION_BEGIN_MOVED);
    }
    int truth = Math.min(provision.end(), HouseholdDraw.MONTHS);
    int end;
    Defect fault;
    if (late < place.openEnds()) {
      end = HouseholdDraw.MONTHS;
      fault = Defect.PROVISION_NO_END;
    } else if (late < place.openEnds() + place.lateEnds()) {
      end = Calendar.january(Calendar.year(truth - 1) + 2);
      fault = Defect.PROVISION_LATE_END;
    } else {
      end = LateReport.registered(truth, endDelay);
      fault = Defect.PROVISION_END_MOVED;
    }
    int last = Math.min(HouseholdDraw.MONTHS, Math.max(start + 1, end));
    if (last > truth) {
      faults.add(fault);
    }
    return new SrgRow(provision.instrument().code(), start, last, provision, faults);
  }

  /** The same in the files under another code: a second row, or an aid of one month. */
  private SrgRow beside(String other, int until, List<Defect> wrong) {
    return new SrgRow(other, start, until, truth, wrong);
  }

  /** Whether it runs in a month, as registered. */
  public boolean runs(int month) {
    return start <= month && month < end;
  }
}
