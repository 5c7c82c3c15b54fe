// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.register;

import org.meent.linkage.world.people.Person;

/**
 * A key of a person in a register.
 *
 * @param set RINPERSOONS
 * @param number RINPERSOON, nine digits with leading zeros
 */
public record Key(String set, String number) {
  /** The key under which the registers know someone. */
  public static Key of(Person person) {
    return new Key("R", person.rin());
  }
}
