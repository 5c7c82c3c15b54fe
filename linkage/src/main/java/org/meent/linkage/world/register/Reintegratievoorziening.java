// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.register;

import java.util.List;
import java.util.function.Consumer;
import org.meent.linkage.format.Column;
import org.meent.linkage.world.life.Life;
import org.meent.linkage.world.life.Provision;
import org.meent.linkage.world.people.HouseholdDraw;

/** Support in the municipality's own file: complete, with true dates. */
final class Reintegratievoorziening implements UploadKind {
  @Override
  public String name() {
    return "Reintegratievoorziening";
  }

  @Override
  public List<Column> columns() {
    return Columns.none()
        .text("RegistratienummerReintegratievoorziening", 12, "Registratienummer")
        .text("CodeType", 3, "Type; X.. zijn codes van de wereld")
        .text("OmschrijvingType", 48, "Type in woorden")
        .date("DatumStart", "Eerste dag")
        .date("DatumVerwachtEinde", "Verwachte laatste dag")
        .date("DatumEinde", "Laatste dag; leeg als de voorziening loopt")
        .list();
  }

  @Override
  public void rows(Life life, Consumer<List<Object>> row, Consumer<Fault> faults) {
    int number = 0;
    for (Provision provision : life.provisions()) {
      boolean runs = provision.end() >= HouseholdDraw.MONTHS;
      double end = Calendar.last(provision.end() - 1).toEpochDay();
      row.accept(
          List.of(
              life.household().number() + "-" + ++number,
              provision.instrument().code(),
              provision.instrument().label(),
              (double) Calendar.first(provision.start()).toEpochDay(),
              end,
              runs ? Double.NaN : end));
    }
  }
}
