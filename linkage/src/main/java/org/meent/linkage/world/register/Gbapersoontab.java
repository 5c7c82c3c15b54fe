// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.register;

import org.meent.linkage.world.life.Life;
import org.meent.linkage.world.people.Origin;
import org.meent.linkage.world.people.Person;
import org.meent.linkage.world.plan.WorldPlan;
import org.meent.protocols.run.RandomStream;

/**
 * GBAPERSOONTAB: everyone, once. Codes of countries begin with X: the true list is not public here.
 */
final class Gbapersoontab implements Register {
  private final WorldPlan plan;
  private final RegisterFile file;

  Gbapersoontab(WorldPlan plan, int year) {
    this.plan = plan;
    this.file =
        new RegisterFile(
            "G/Bevolking/GBAPERSOONTAB",
            "GBAPERSOON" + year + "TABV1",
            "Persoonskenmerken " + year,
            Columns.person()
                .code(
                    "GBAGEBOORTELAND",
                    4,
                    "Geboorteland",
                    "X000",
                    "Nederland",
                    "X100",
                    "Migratieland",
                    "X200",
                    "Vluchtland")
                .code("GBAGESLACHT", 1, "Geslacht", "1", "Mannen", "2", "Vrouwen", "-", "Onbekend")
                .text("GBAGEBOORTELANDMOEDER", 4, "Geboorteland van de moeder")
                .text("GBAGEBOORTELANDVADER", 4, "Geboorteland van de vader")
                .text("GBAAANTALOUDERSBUITENLAND", 1, "Aantal ouders in het buitenland geboren")
                .text(
                    year < 2022 ? "GBAHERKOMSTGROEPERING" : "GBAHERKOMSTLAND",
                    4,
                    year < 2022 ? "Herkomstgroepering" : "Herkomstland")
                .code(
                    "GBAGENERATIE",
                    1,
                    "Generatie",
                    "0",
                    "Geen migratieachtergrond",
                    "1",
                    "Eerste generatie",
                    "2",
                    "Tweede generatie",
                    "-",
                    "Onbekend")
                .text("GBAGEBOORTEJAAR", 4, "Geboortejaar")
                .text("GBAGEBOORTEMAAND", 2, "Geboortemaand")
                .text("GBAGEBOORTEDAG", 2, "Geboortedag; afgeschermd")
                .list(),
            RegisterFile.Layout.REGISTER);
  }

  @Override
  public RegisterFile file() {
    return file;
  }

  @Override
  public void write(Life life, Rows rows, DefectLedger defects) {
    RandomStream stream = RandomStream.of(plan.seed(), file.name(), life.household().number());
    row(life.household().head(), stream, rows, defects);
    life.household().partner().ifPresent(partner -> row(partner, stream, rows, defects));
    life.household().children().forEach(child -> row(child, stream, rows, defects));
  }

  private void row(Person person, RandomStream stream, Rows rows, DefectLedger defects) {
    Origin origin = person.origin();
    boolean parentsAbroad = origin != Origin.NETHERLANDS;
    String land = land(origin);
    rows.key(key(person, stream, defects))
        .text(origin.bornHere() ? "X000" : land)
        .text(person.woman() ? "2" : "1")
        .text(parentsAbroad ? land : "X000")
        .text(parentsAbroad ? land : "X000")
        .text(parentsAbroad ? "2" : "0")
        .text(land)
        .text(origin.generation())
        .text(Integer.toString(Calendar.year(person.birthMonth())))
        .text(Calendar.two(Calendar.monthOfYear(person.birthMonth())))
        .text("--")
        .end();
  }

  private Key key(Person person, RandomStream stream, DefectLedger defects) {
    double draw = stream.nextDouble();
    if (draw >= plan.defects().foreignKey()) {
      return Key.of(person);
    }
    boolean junk = draw < plan.defects().foreignKey() / 4;
    defects.add(file, person, junk ? Defect.KEY_JUNK : Defect.KEY_SET, "");
    return junk
        ? new Key("R", "000000000")
        : new Key(stream.nextInt(2) == 0 ? "A" : "F", person.rin());
  }

  private static String land(Origin origin) {
    return switch (origin) {
      case NETHERLANDS -> "X000";
      case SECOND_GENERATION, MIGRANT -> "X100";
      case REFUGEE -> "X200";
    };
  }
}
