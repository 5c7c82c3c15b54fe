// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.register;

import org.meent.linkage.world.life.Life;
import org.meent.linkage.world.people.Household;
import org.meent.linkage.world.people.Person;

/** KINDOUDERTAB: the parents of each child; names of columns are not verified. */
final class Kindoudertab implements Register {
  private final RegisterFile file =
      new RegisterFile(
          "G/Bevolking/KINDOUDERTAB",
          "KINDOUDER2024TABV1",
          "Kinderen en hun juridische ouders",
          Columns.person()
              .text("RINPERSOONSMa", 1, "Moeder, soort (ongeverifieerde naam)")
              .text("RINPERSOONMa", 9, "Moeder (ongeverifieerde naam)")
              .text("RINPERSOONSpa", 1, "Vader, soort (ongeverifieerde naam)")
              .text("RINPERSOONpa", 9, "Vader (ongeverifieerde naam)")
              .list(),
          RegisterFile.Layout.REGISTER);

  @Override
  public RegisterFile file() {
    return file;
  }

  @Override
  public void write(Life life, Rows rows, DefectLedger defects) {
    Household household = life.household();
    Key unknown = new Key("-", "---------");
    Key head = Key.of(household.head());
    Key other = household.partner().map(Key::of).orElse(unknown);
    for (Person child : household.children()) {
      boolean mother = household.head().woman();
      rows.key(Key.of(child)).key(mother ? head : other).key(mother ? other : head).end();
    }
  }
}
