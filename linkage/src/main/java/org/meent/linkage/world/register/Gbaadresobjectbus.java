// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.register;

import org.meent.linkage.world.life.Life;
import org.meent.linkage.world.people.Person;
import org.meent.linkage.world.plan.WorldPlan;

/** GBAADRESOBJECTBUS: who lived where, as spells. */
final class Gbaadresobjectbus implements Register {
  private final WorldPlan plan;
  private final RegisterFile file =
      new RegisterFile(
          "G/Bevolking/GBAADRESOBJECTBUS",
          "GBAADRESOBJECT2024BUSV1",
          "Adressen tot en met 2024",
          Columns.person()
              .text("GBADATUMAANVANGADRESHOUDING", 8, "Aanvang, jjjjmmdd")
              .text("GBADATUMEINDEADRESHOUDING", 8, "Einde, jjjjmmdd")
              .text("SOORTOBJECTNUMMER", 1, "Soort objectnummer")
              .text("RINOBJECTNUMMER", 32, "Objectnummer")
              .list(),
          RegisterFile.Layout.REGISTER);

  Gbaadresobjectbus(WorldPlan plan) {
    this.plan = plan;
  }

  @Override
  public RegisterFile file() {
    return file;
  }

  @Override
  public void write(Life life, Rows rows, DefectLedger defects) {
    for (Dwelling dwelling : Dwelling.of(plan, life)) {
      row(life.household().head(), dwelling, rows);
      life.household().partner().ifPresent(partner -> row(partner, dwelling, rows));
      life.household().children().forEach(child -> row(child, dwelling, rows));
    }
  }

  private static void row(Person person, Dwelling dwelling, Rows rows) {
    int start = Math.max(dwelling.start(), person.birthMonth());
    if (start < dwelling.end()) {
      rows.key(Key.of(person))
          .text(Calendar.from(start))
          .text(Calendar.until(dwelling.end() - 1))
          .text("D")
          .text(dwelling.object())
          .end();
    }
  }
}
