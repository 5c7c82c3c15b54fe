// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.register;

import java.util.ArrayList;
import java.util.List;
import org.meent.linkage.world.plan.WorldPlan;

/** All files of the world but the truth. */
public final class Registers {
  private static final int VENDORS = 3;
  private static final int INCOME_FROM = 2020;
  private static final int INCOME_UNTIL = 2023;
  private static final int OLD_RELEASE = 9;

  private Registers() {}

  /** The files of a plan, in the order in which their errors are written down. */
  public static List<Register> of(WorldPlan plan) {
    List<Register> all = new ArrayList<>();
    all.add(new Gbapersoontab(plan, 2021));
    all.add(new Gbapersoontab(plan, Calendar.LAST_YEAR));
    all.add(new Gbahuishoudensbus());
    all.add(new Gbaadresobjectbus(plan));
    all.add(new Vslgwbtab(plan));
    all.add(new Kindoudertab());
    all.add(new Hoogsteopltab(plan, 2022));
    for (int year = INCOME_FROM; year < INCOME_UNTIL; year++) {
      all.add(new Inpatab(plan, year, 2, false));
    }
    all.add(new Inpatab(plan, INCOME_UNTIL, OLD_RELEASE, false));
    all.add(new Inpatab(plan, INCOME_UNTIL, OLD_RELEASE + 1, true));
    all.add(new Secmbus());
    for (int year = Calendar.FIRST_YEAR; year <= Calendar.LAST_YEAR; year++) {
      all.add(new Bijstanduitkeringtab(year));
      all.add(new Spolisbus(plan, year));
    }
    all.add(new Bijstandpersoonbus(plan));
    all.add(new Pwetsrgpersoonbus(plan));
    all.add(new SrgVoorzieningbus(plan));
    for (UploadKind kind : kinds(plan)) {
      for (int vendor = 0; vendor < VENDORS; vendor++) {
        all.add(new Upload(plan, kind, vendor));
      }
      all.add(new Upload(plan, kind, -1));
    }
    all.add(new NamedFile(plan, NamedFile.Side.LEFT));
    all.add(new NamedFile(plan, NamedFile.Side.RIGHT));
    all.add(new NamedFile(plan, NamedFile.Side.TRUTH));
    return List.copyOf(all);
  }

  private static List<UploadKind> kinds(WorldPlan plan) {
    return List.of(
        new Client(),
        new Reintegratievoorziening(),
        new ZelfredzaamheidScore(plan),
        new Klantcontact(plan),
        new Ontheffing(plan),
        new Inkomensvoorziening(plan));
  }
}
