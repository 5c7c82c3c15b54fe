// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.register;

import java.util.Optional;
import org.meent.linkage.world.life.BenefitSpell;
import org.meent.linkage.world.life.Life;
import org.meent.linkage.world.people.Person;

/**
 * BIJSTANDUITKERINGTAB: benefits that ran in a year. One row has room for two persons, the first
 * and the second of a couple; the names of the columns of the second begin with X and are not
 * verified.
 */
final class Bijstanduitkeringtab implements Register {
  private static final String GENERAL = "01";

  private final int year;
  private final RegisterFile file;

  Bijstanduitkeringtab(int year) {
    this.year = year;
    this.file =
        new RegisterFile(
            "G/Socialezekerheid/BIJSTANDUITKERINGTAB",
            "BIJSTANDUITKERINGTAB" + year + "V1",
            "Bijstandsuitkeringen " + year,
            Columns.person()
                .text("XRINPERSOONS2", 1, "Tweede persoon, soort (ongeverifieerde naam)")
                .text("XRINPERSOON2", 9, "Tweede persoon (ongeverifieerde naam)")
                .code("BIJSTANDStatistiekcodeA", 2, "Statistiekcode", GENERAL, "Algemene bijstand")
                .text("BIJSTANDAanvangUitkeringPersoon1A", 8, "Aanvang, jjjjmmdd")
                .text("BIJSTANDEindeUitkeringPersoon1A", 8, "Einde, jjjjmmdd")
                .text("BIJSTANDIndicatieLopendA", 1, "Loopt op 31 december")
                .list(),
            RegisterFile.Layout.REGISTER);
  }

  @Override
  public RegisterFile file() {
    return file;
  }

  @Override
  public void write(Life life, Rows rows, DefectLedger defects) {
    Optional<Person> partner = life.household().partner();
    for (BenefitSpell spell : life.spells()) {
      int last = Calendar.january(year + 1);
      if (spell.start() >= last || spell.end() <= Calendar.january(year)) {
        continue;
      }
      boolean runs = spell.end() > last || (spell.end() == last && spell.reason().isEmpty());
      rows.key(Key.of(life.household().head()))
          .text(partner.isPresent() ? "R" : "")
          .text(partner.map(Person::rin).orElse(""))
          .text(GENERAL)
          .text(Calendar.from(spell.start()))
          .text(runs ? Calendar.OPEN : Calendar.until(spell.end() - 1))
          .text(runs ? "1" : "0")
          .end();
    }
  }
}
