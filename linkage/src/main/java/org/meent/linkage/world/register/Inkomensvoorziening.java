// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.register;

import java.util.List;
import java.util.function.Consumer;
import org.meent.linkage.format.Column;
import org.meent.linkage.world.life.BenefitSpell;
import org.meent.linkage.world.life.ExitReason;
import org.meent.linkage.world.life.Life;
import org.meent.linkage.world.people.Household;
import org.meent.linkage.world.people.HouseholdDraw;
import org.meent.linkage.world.plan.WorldPlan;
import org.meent.protocols.run.RandomStream;

/**
 * The benefits of a client as the municipality administers them, one row per spell with its true
 * dates. The administration follows the decision by days or weeks. The codes of the reasons are the
 * world's own.
 */
final class Inkomensvoorziening implements UploadKind {
  private static final int WEEKS_TO_DECIDE = 8;
  private static final int DAYS_TO_ENTER = 14;
  private static final int DAYS_TO_CLOSE = 45;
  private static final String AGAIN = "X10";

  private final WorldPlan plan;

  Inkomensvoorziening(WorldPlan plan) {
    this.plan = plan;
  }

  @Override
  public String name() {
    return "Inkomensvoorziening";
  }

  @Override
  public List<Column> columns() {
    return Columns.none()
        .date("ingangsdatum", "Eerste dag van het recht")
        .date("einddatum", "Laatste dag van het recht; leeg als de uitkering loopt")
        .date("toekenningsdatum", "Dag van het besluit")
        .date("administratieveStartdatum", "Dag waarop de uitkering in de administratie kwam")
        .date(
            "administratieveEinddatum", "Dag waarop zij daarin werd beëindigd; leeg als zij loopt")
        .number("bedrag", "Uitkering in euro in de eerste maand sinds 2019")
        .code(
            "RedenInstroom",
            3,
            "Reden van instroom, eigen code van de wereld",
            "X01",
            "Einde werkloosheidsuitkering",
            "X02",
            "Einde werk",
            "X03",
            "Geen of te weinig middelen",
            "X04",
            "Einde studie",
            "X05",
            "Komst uit het buitenland",
            "X06",
            "Einde eigen bedrijf",
            AGAIN,
            "Terug binnen een jaar")
        .code(
            "RedenUitstroom",
            3,
            "Reden van uitstroom, eigen code van de wereld; leeg als de uitkering loopt",
            "X21",
            "Werk",
            "X22",
            "Werk van de partner",
            "X23",
            "Samenwonen",
            "X24",
            "Andere uitkering",
            "X25",
            "Studie",
            "X26",
            "Eigen bedrijf",
            "X27",
            "Vertrek naar het buitenland",
            "X28",
            "Pensioen",
            "X29",
            "Overlijden",
            "X30",
            "Overig")
        .list();
  }

  @Override
  public void rows(Life life, Consumer<List<Object>> row, Consumer<Fault> faults) {
    RandomStream stream = RandomStream.of(plan.seed(), "income", life.household().number());
    for (BenefitSpell spell : life.spells()) {
      double start = Calendar.first(spell.start()).toEpochDay();
      double granted = start + 7 * stream.nextInt(WEEKS_TO_DECIDE + 1);
      double entered = granted + stream.nextInt(DAYS_TO_ENTER + 1);
      int closing = stream.nextInt(DAYS_TO_CLOSE + 1);
      boolean runs = spell.reason().isEmpty() && spell.end() >= HouseholdDraw.MONTHS;
      double end = runs ? Double.NaN : Calendar.last(spell.end() - 1).toEpochDay();
      row.accept(
          List.of(
              start,
              end,
              granted,
              entered,
              Math.max(entered, end + closing),
              Earnings.benefit(life, Math.max(0, spell.start())),
              spell.again() ? AGAIN : inflow(life.household().before()),
              spell.reason().map(Inkomensvoorziening::outflow).orElse("")));
    }
  }

  private static String inflow(Household.Before before) {
    return switch (before) {
      case UNEMPLOYMENT -> "X01";
      case WORK -> "X02";
      case NONE -> "X03";
      case STUDY -> "X04";
      case ABROAD -> "X05";
      case SELF_EMPLOYED -> "X06";
    };
  }

  private static String outflow(ExitReason reason) {
    return switch (reason) {
      case WORK -> "X21";
      case PARTNER_WORK -> "X22";
      case HOUSEHOLD -> "X23";
      case OTHER_BENEFIT -> "X24";
      case STUDY -> "X25";
      case SELF_EMPLOYED -> "X26";
      case ABROAD -> "X27";
      case PENSION -> "X28";
      case DEATH -> "X29";
      case OTHER -> "X30";
    };
  }
}
