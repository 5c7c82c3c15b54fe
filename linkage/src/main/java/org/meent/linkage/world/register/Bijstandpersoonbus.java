// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.register;

import java.time.LocalDate;
import org.meent.linkage.world.life.BenefitSpell;
import org.meent.linkage.world.life.Life;
import org.meent.linkage.world.people.HouseholdDraw;
import org.meent.linkage.world.people.Person;
import org.meent.linkage.world.plan.WorldPlan;
import org.meent.protocols.run.RandomStream;

/**
 * BIJSTANDPERSOONBUS: spells of benefit per person, a couple as two persons, with the faults that
 * spells have. Names of columns begin with X: they are not public here.
 */
final class Bijstandpersoonbus implements Register {
  private static final int OVERLAP = 20;

  private final WorldPlan plan;
  private final RegisterFile file =
      new RegisterFile(
          "G/Socialezekerheid/BIJSTANDPERSOONBUS",
          "BIJSTANDPERSOON2024BUSV1",
          "Perioden van bijstand per persoon tot en met 2024",
          Columns.person()
              .text("XAANVBIJSTAND", 8, "Aanvang periode, jjjjmmdd (ongeverifieerde naam)")
              .text("XEINDBIJSTAND", 8, "Einde periode, jjjjmmdd (ongeverifieerde naam)")
              .code("XSOORTBIJSTAND", 2, "Soort (ongeverifieerde naam)", "01", "Algemene bijstand")
              .text("XAANVFORMEEL", 8, "Formele aanvang, jjjjmmdd (ongeverifieerde naam)")
              .list(),
          RegisterFile.Layout.REGISTER);

  Bijstandpersoonbus(WorldPlan plan) {
    this.plan = plan;
  }

  @Override
  public RegisterFile file() {
    return file;
  }

  @Override
  public void write(Life life, Rows rows, DefectLedger defects) {
    person(life, life.household().head(), rows, defects);
    life.household().partner().ifPresent(partner -> person(life, partner, rows, defects));
  }

  private void person(Life life, Person person, Rows rows, DefectLedger defects) {
    RandomStream stream = RandomStream.of(plan.seed(), file.name(), person.id());
    for (BenefitSpell spell : life.spells()) {
      LocalDate start = Calendar.first(spell.start());
      LocalDate end = Calendar.last(spell.end() - 1);
      String formal = Calendar.eight(start);
      double fault = stream.nextDouble() / plan.defects().spell();
      boolean openEnd = stream.nextDouble() < plan.defects().openEnd();
      if (fault < 1 && spell.months() > 2 && spell.end() < HouseholdDraw.MONTHS) {
        faulty(person, start, end, fault, rows, defects);
        continue;
      }
      boolean open = spell.reason().isEmpty() && openEnd;
      if (open) {
        defects.add(file, person, Defect.END_OPEN, formal);
      }
      row(person, formal, open ? Calendar.OPEN : Calendar.eight(end), formal, rows);
    }
  }

  private void faulty(
      Person person,
      LocalDate start,
      LocalDate end,
      double fault,
      Rows rows,
      DefectLedger defects) {
    String from = Calendar.eight(start);
    String until = Calendar.eight(end);
    LocalDate middle = start.plusMonths(1);
    if (fault < 0.3) {
      defects.add(file, person, Defect.SPELL_NEGATIVE, from);
      row(person, from, Calendar.eight(start.minusDays(1 + (int) (fault * 100))), from, rows);
      return;
    }
    boolean overlap = fault < 0.6;
    defects.add(file, person, overlap ? Defect.SPELL_OVERLAP : Defect.SPELL_GAP, from);
    LocalDate first = overlap ? middle.plusDays(OVERLAP) : middle.minusDays(1);
    LocalDate second = overlap ? middle : middle.plusDays(1);
    row(person, from, Calendar.eight(first), from, rows);
    row(person, Calendar.eight(second), until, from, rows);
  }

  private static void row(Person person, String from, String until, String formal, Rows rows) {
    rows.key(Key.of(person)).text(from).text(until).text("01").text(formal).end();
  }
}
