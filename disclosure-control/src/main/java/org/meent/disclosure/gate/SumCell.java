// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.gate;

import org.meent.disclosure.output.Evidence.Sign;
import org.meent.disclosure.output.MagnitudeCell;

/**
 * A sum that an output gives away, for whoever has a mean and its units has it.
 *
 * @param output id of the output
 * @param measure name of the measure
 * @param key which sum
 * @param units which number of units it adds up
 * @param cell units, sum and contributors
 * @param sign what everybody knows about the sign of the measure
 */
record SumCell(
    String output, String measure, CellKey key, CellKey units, MagnitudeCell cell, Sign sign) {

  @Override
  public String toString() {
    return "SumCell[" + key.subject() + "]";
  }
}
