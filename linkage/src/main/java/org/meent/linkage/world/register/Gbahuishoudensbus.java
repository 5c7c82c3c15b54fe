// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.register;

import java.util.List;
import org.meent.linkage.world.life.Life;
import org.meent.linkage.world.people.Household;
import org.meent.linkage.world.people.Person;

/** GBAHUISHOUDENSBUS: everyone's households, as spells; the key of one is number and start. */
final class Gbahuishoudensbus implements Register {
  private final RegisterFile file =
      new RegisterFile(
          "G/Bevolking/GBAHUISHOUDENSBUS",
          "GBAHUISHOUDENS2024BUSV1",
          "Huishoudens tot en met 2024",
          Columns.person()
              .text("HUISHOUDNR", 12, "Huishoudnummer")
              .text("DATUMAANVANGHH", 8, "Aanvang huishouden, jjjjmmdd")
              .text("DATUMEINDEHH", 8, "Einde huishouden, jjjjmmdd")
              .code(
                  "TYPHH",
                  1,
                  "Type huishouden",
                  "1",
                  "Eenpersoonshuishouden (ongeverifieerd)",
                  "4",
                  "Paar zonder kinderen (ongeverifieerd)",
                  "5",
                  "Paar met kinderen (ongeverifieerd)",
                  "6",
                  "Eenouderhuishouden")
              .number("AANTALPERSHH", "Aantal personen")
              .text("PLHH", 1, "Plaats in het huishouden (ongeverifieerde codes)")
              .text("REFPERSOONHH", 1, "Referentiepersoon")
              .number("AANTALKINDHH", "Aantal thuiswonende kinderen")
              .text("GEBJAARJONGSTEKINDHH", 4, "Geboortejaar jongste kind")
              .text("GEBMAANDJONGSTEKINDHH", 2, "Geboortemaand jongste kind")
              .list(),
          RegisterFile.Layout.REGISTER);

  @Override
  public RegisterFile file() {
    return file;
  }

  @Override
  public void write(Life life, Rows rows, DefectLedger defects) {
    Household household = life.household();
    for (HouseholdSpell spell : HouseholdSpell.of(life)) {
      row(household, spell, household.head(), "1", rows);
      household.partner().ifPresent(partner -> row(household, spell, partner, "2", rows));
      household.children().forEach(child -> row(household, spell, child, "3", rows));
    }
  }

  private static void row(
      Household household, HouseholdSpell spell, Person person, String place, Rows rows) {
    int start = Math.max(spell.start(), place.equals("3") ? person.birthMonth() : spell.start());
    if (start >= spell.end()) {
      return;
    }
    List<Person> children = household.children();
    boolean couple = household.partner().isPresent() || spell.newcomer();
    String type = couple ? (children.isEmpty() ? "4" : "5") : children.isEmpty() ? "1" : "6";
    String number = household.head().rin() + Calendar.two(spell.number());
    int youngest = children.isEmpty() ? 0 : children.getLast().birthMonth();
    rows.key(Key.of(person))
        .text(number)
        .text(Calendar.from(spell.start()))
        .text(Calendar.until(spell.end() - 1))
        .text(type)
        .number(1 + (couple ? 1 : 0) + children.size())
        .text(place)
        .text(place.equals("1") ? "1" : "0")
        .number(children.size())
        .text(children.isEmpty() ? "----" : Integer.toString(Calendar.year(youngest)))
        .text(children.isEmpty() ? "--" : Calendar.two(Calendar.monthOfYear(youngest)))
        .end();
  }
}
