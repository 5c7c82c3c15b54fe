// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.register;

import org.meent.linkage.world.life.Life;
import org.meent.linkage.world.plan.WorldPlan;

/** VSLGWBTAB: the municipality and neighbourhood of each dwelling. */
final class Vslgwbtab implements Register {
  private final WorldPlan plan;
  private final RegisterFile file =
      new RegisterFile(
          "G/BouwenWonen/VSLGWBTAB",
          "VSLGWB2024TAB03V1",
          "Gemeente, wijk en buurt van verblijfsobjecten 2024",
          Columns.none()
              .text("SOORTOBJECTNUMMER", 1, "Soort objectnummer")
              .text("RINOBJECTNUMMER", 32, "Objectnummer")
              .text("gem2019", 4, "Gemeente, indeling 2019")
              .text("gem2024", 4, "Gemeente, indeling 2024")
              .text("wc2024", 6, "Wijk, indeling 2024")
              .text("bc2024", 8, "Buurt, indeling 2024 (ongeverifieerd)")
              .list(),
          RegisterFile.Layout.REGISTER);

  Vslgwbtab(WorldPlan plan) {
    this.plan = plan;
  }

  @Override
  public RegisterFile file() {
    return file;
  }

  @Override
  public void write(Life life, Rows rows, DefectLedger defects) {
    int number = life.household().municipality().number();
    String code = life.household().municipality().code();
    for (Dwelling dwelling : Dwelling.of(plan, life)) {
      rows.text("D")
          .text(dwelling.object())
          .text(number == 39 ? "9041" : code)
          .text(code)
          .text(code + dwelling.neighbourhood())
          .text(code + dwelling.neighbourhood() + "01")
          .end();
    }
  }
}
