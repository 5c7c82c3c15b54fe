// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.protect;

/**
 * What one attacker may not learn of one primary cell. A lower level is asked for as far as the
 * attacker does not know beforehand that the cell cannot be so low.
 *
 * @param up how far up the cell must be able to go
 * @param down how far down
 * @param either true if one other value, up or down, is enough
 * @param own true if the attacker knows the cell because it is his alone
 */
record Attack(long up, long down, boolean either, boolean own) {

  static Attack of(Demand demand, Standard standard, LinearTable table, long floor) {
    if (floor == Floors.KNOWN) {
      return new Attack(0, 0, false, true);
    }
    if (standard == Standard.EXACT) {
      return new Attack(0, 0, true, false);
    }
    boolean signed = table.kind() == LinearTable.Kind.SIGNED_AMOUNTS;
    long room = table.values()[demand.cell()] - floor;
    long down = signed ? demand.lower() : Math.min(demand.lower(), room);
    return new Attack(demand.upper(), down, demand.upper() == 0 && down == 0, false);
  }

  /** The demanded amount in a sense; 1 where any other value is enough. */
  long amount(int sense) {
    return either ? 1 : sense > 0 ? up : down;
  }

  /** Whether a sense (+1 up, -1 down) is demanded, alone or as one of two. */
  boolean asks(int sense) {
    return either || amount(sense) > 0;
  }
}
