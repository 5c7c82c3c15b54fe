// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.spss;

import java.util.List;
import java.util.Map;

/**
 * All records before the rows, as they stand in the file.
 *
 * @param header the header
 * @param variables variables in order; the pieces of a very long string are variables here
 * @param elements the length of a row in units of 8 bytes
 * @param extensions records of type 7 by their number
 * @param dataStart where the rows begin
 */
record SavDictionary(
    SavHeader header,
    List<SavVariable> variables,
    int elements,
    Map<Integer, byte[]> extensions,
    long dataStart) {}
