// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.register;

import java.util.List;
import org.meent.linkage.world.life.Life;
import org.meent.linkage.world.life.Provision;
import org.meent.linkage.world.people.HouseholdDraw;
import org.meent.linkage.world.plan.WorldPlan;

/**
 * The municipal original behind the statistics of re-integration: one row per provision, with what
 * municipalities forget. Name of file and columns are the world's own.
 */
final class SrgVoorzieningbus implements Register {
  private final WorldPlan plan;
  private final RegisterFile file =
      new RegisterFile(
          "L/Extern maatwerk/SRG",
          "SRGVOORZIENING2024BUSV1",
          "Voorzieningen zoals gemeenten ze leverden, tot en met 2024",
          Columns.person()
              .text("XGEMEENTE", 4, "Gemeente")
              .code(
                  "XTYPEVOORZIENING",
                  3,
                  "Type voorziening; X.. zijn codes van de wereld",
                  "23",
                  "Proefplaatsing t.b.v. loonwaardebepaling",
                  "29",
                  "Overige werkplekken",
                  "30",
                  "Jobcoach/begeleiding op de werkplek",
                  "31",
                  "Werkplekaanpassing",
                  "59",
                  "Overige faciliterende voorziening",
                  "X01",
                  "Kortdurende scholing",
                  "X03",
                  "Schuldhulp",
                  "X04",
                  "Intensieve begeleidingsgesprekken",
                  "X05",
                  "Vrijwilligerswerk",
                  "X06",
                  "Oriëntatiebijeenkomst",
                  "X07",
                  "Groepscursus",
                  "X10",
                  "Loonkostensubsidie")
              .text("XAANVVOORZIENING", 8, "Aanvang, jjjjmmdd")
              .text("XEINDVOORZIENING", 8, "Einde, jjjjmmdd; leeg als niet geregistreerd")
              .list(),
          RegisterFile.Layout.REGISTER);

  SrgVoorzieningbus(WorldPlan plan) {
    this.plan = plan;
  }

  @Override
  public RegisterFile file() {
    return file;
  }

  @Override
  public void write(Life life, Rows rows, DefectLedger defects) {
    List<SrgRow> delivered = SrgRow.of(plan, life);
    for (SrgRow row : delivered) {
      String start = Calendar.from(row.start());
      for (Defect fault : row.faults()) {
        defects.add(file, life.household().head(), fault, start);
      }
      boolean open = row.end() >= HouseholdDraw.MONTHS;
      rows.key(Key.of(life.household().head()))
          .text(life.household().municipality().code())
          .text(row.code())
          .text(start)
          .text(open ? "" : Calendar.until(row.end() - 1))
          .end();
    }
    for (Provision provision : life.provisions()) {
      if (delivered.stream().noneMatch(row -> row.truth().equals(provision))) {
        String start = Calendar.from(provision.start());
        defects.add(file, life.household().head(), Defect.PROVISION_MISSING, start);
      }
    }
  }
}
