// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.register;

import org.meent.linkage.world.life.Life;
import org.meent.linkage.world.people.Person;
import org.meent.linkage.world.plan.WorldPlan;
import org.meent.protocols.run.RandomStream;

/** INPATAB: income of a year. A later release changes a few rows of an earlier one. */
final class Inpatab implements Register {
  private static final double UNKNOWN = 9_999_999_999.0;

  private final WorldPlan plan;
  private final int year;
  private final boolean corrected;
  private final RegisterFile file;

  /**
   * A release.
   *
   * @param year of income
   * @param release its version
   * @param corrected whether it corrects an earlier one
   */
  Inpatab(WorldPlan plan, int year, int release, boolean corrected) {
    this.plan = plan;
    this.year = year;
    this.corrected = corrected;
    this.file =
        new RegisterFile(
            "G/InkomenBestedingen/INPATAB",
            "INPA" + year + "TABV" + release,
            "Inkomen van personen " + year,
            Columns.person()
                .number("INPPERSBRUT", "Persoonlijk bruto-inkomen", UNKNOWN, "Onbekend")
                .number("INPPERSPRIM", "Persoonlijk primair inkomen", UNKNOWN, "Onbekend")
                .list(),
            RegisterFile.Layout.REGISTER);
  }

  @Override
  public RegisterFile file() {
    return file;
  }

  @Override
  public void write(Life life, Rows rows, DefectLedger defects) {
    RandomStream stream = RandomStream.of(plan.seed(), "income", life.household().number(), year);
    double wages = 0;
    double partnerWages = 0;
    double benefit = 0;
    int present = 0;
    for (int month = Calendar.january(year); month < Calendar.january(year + 1); month++) {
      wages += Earnings.wage(life, month);
      partnerWages += Earnings.partnerWage(life, month);
      benefit += Earnings.benefit(life, month);
      present += life.states()[month].registered() ? 1 : 0;
    }
    if (present == 0) {
      return;
    }
    boolean couple = life.household().partner().isPresent();
    double share = Math.rint(couple ? benefit / 2 : benefit);
    row(life.household().head(), wages, share, stream, rows, defects);
    if (couple) {
      Person partner = life.household().partner().get();
      row(partner, partnerWages, share, stream, rows, defects);
    }
  }

  private void row(
      Person person,
      double wages,
      double benefit,
      RandomStream stream,
      Rows rows,
      DefectLedger defects) {
    boolean unknown = stream.nextDouble() < plan.defects().income();
    boolean changed = stream.nextDouble() < plan.defects().rerelease();
    double correction = 100 + stream.nextInt(900);
    if (unknown) {
      defects.add(file, person, Defect.INCOME_UNKNOWN, "");
    }
    if (changed && corrected && !unknown) {
      defects.add(file, person, Defect.RERELEASE, "INPPERSBRUT");
    }
    double gross = wages + benefit + (changed && corrected ? correction : 0);
    rows.key(Key.of(person))
        .number(unknown ? UNKNOWN : gross)
        .number(unknown ? UNKNOWN : wages)
        .end();
  }
}
