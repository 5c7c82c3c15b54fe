// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.register;

import java.util.List;
import java.util.function.Consumer;
import org.meent.linkage.format.Column;
import org.meent.linkage.world.life.BenefitSpell;
import org.meent.linkage.world.life.Life;
import org.meent.linkage.world.people.HouseholdDraw;
import org.meent.linkage.world.people.Person;
import org.meent.linkage.world.people.ZrmDomain;
import org.meent.linkage.world.plan.WorldPlan;
import org.meent.protocols.run.RandomStream;

/** Exemptions from the duty to look for work: small children, or health. */
final class Ontheffing implements UploadKind {
  private static final int SMALL = 60;
  private static final double FOR_HEALTH = 0.5;

  private final WorldPlan plan;

  Ontheffing(WorldPlan plan) {
    this.plan = plan;
  }

  @Override
  public String name() {
    return "Ontheffing";
  }

  @Override
  public List<Column> columns() {
    return Columns.none()
        .code(
            "SoortOntheffing",
            32,
            "Soort ontheffing",
            "ouder met kind < 5",
            "Alleenstaande ouder met een kind jonger dan vijf",
            "sociaal/medisch tijdelijk",
            "Sociale of medische reden, tijdelijk")
        .date("Ingangsdatum", "Eerste dag")
        .date("Einddatum", "Laatste dag; leeg als de ontheffing loopt")
        .list();
  }

  @Override
  public void rows(Life life, Consumer<List<Object>> row, Consumer<Fault> faults) {
    RandomStream stream = RandomStream.of(plan.seed(), "exemption", life.household().number());
    for (BenefitSpell spell : life.spells()) {
      int from = Math.max(0, spell.start());
      List<Person> children = life.household().children();
      boolean alone = life.household().partner().isEmpty();
      if (alone && !children.isEmpty()) {
        exempt(row, "ouder met kind < 5", from, children.getLast().birthMonth() + SMALL, spell);
      }
      boolean ill = life.household().traits().score(ZrmDomain.LICHAMELIJKE_GEZONDHEID) <= 2;
      int months = 6 + stream.nextInt(19);
      if (stream.nextDouble() < FOR_HEALTH && ill) {
        exempt(row, "sociaal/medisch tijdelijk", from, from + months, spell);
      }
    }
  }

  private static void exempt(
      Consumer<List<Object>> row, String kind, int from, int planned, BenefitSpell spell) {
    int end = Math.min(planned, spell.end());
    if (end > from) {
      double last = Calendar.last(end - 1).toEpochDay();
      row.accept(
          List.of(
              kind,
              (double) Calendar.first(from).toEpochDay(),
              end >= HouseholdDraw.MONTHS ? Double.NaN : last));
    }
  }
}
