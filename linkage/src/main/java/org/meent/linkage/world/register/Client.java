// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.register;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.meent.linkage.format.Column;
import org.meent.linkage.world.life.BenefitSpell;
import org.meent.linkage.world.life.Life;
import org.meent.linkage.world.life.Plan;
import org.meent.linkage.world.people.Traits;

/** The client as the municipality knows him or her, one row per recipient. */
final class Client implements UploadKind {
  private static final int TARGET_GROUP = 80;

  @Override
  public String name() {
    return "Client";
  }

  @Override
  public List<Column> columns() {
    return Columns.none()
        .text("Gemeente", 4, "Gemeente")
        .date("DatumEersteInstroom", "Eerste dag van de eerste uitkering")
        .date("DatumPlanVanAanpak", "Dag van het plan van aanpak; leeg als er geen was")
        .text("KlantmanagerPlan", 9, "Klantmanager bij het plan van aanpak")
        .code(
            "VasteKlantmanager",
            1,
            "Bij het plan één vaste klantmanager toegezegd",
            "J",
            "Ja",
            "N",
            "Nee")
        .code("Loting", 1, "Ondersteuning door loting (proef)", "J", "Ja", "N", "Nee")
        .code(
            "OpleidingsniveauClient",
            1,
            "Opleidingsniveau volgens de gemeente",
            "1",
            "Laag",
            "2",
            "Middelbaar",
            "3",
            "Hoog")
        .number("Taalbeheersing", "Taalbeheersing, 1 (laag) tot 4 (hoog)")
        .number("Loonwaarde", "Geschatte loonwaarde in procenten van het minimumloon")
        .code("Doelgroepenregister", 1, "In het doelgroepenregister", "J", "Ja", "N", "Nee")
        .number("BedragUitkering", "Uitkering in de maand van het plan, in euro")
        .list();
  }

  @Override
  public void rows(Life life, Consumer<List<Object>> row, Consumer<Fault> faults) {
    Traits traits = life.household().traits();
    BenefitSpell first = life.spells().getFirst();
    Optional<Plan> plan = life.plan();
    int month = plan.map(Plan::month).orElse(-1);
    double language = Math.max(1, Math.min(4, Math.rint(2.5 + traits.language())));
    row.accept(
        List.of(
            life.household().municipality().code(),
            (double) Calendar.first(first.start()).toEpochDay(),
            month < 0 ? Double.NaN : (double) Calendar.first(month).toEpochDay(),
            month < 0 ? "" : Klantcontact.caseworker(life, month),
            plan.map(made -> flag(made.fixed())).orElse(""),
            plan.map(made -> flag(made.byLot())).orElse(""),
            Integer.toString(1 + life.household().head().education().ordinal()),
            language,
            (double) traits.capacity(),
            flag(traits.capacity() < TARGET_GROUP),
            month < 0 ? Double.NaN : Earnings.benefit(life, month)));
  }

  private static String flag(boolean yes) {
    return yes ? "J" : "N";
  }
}
