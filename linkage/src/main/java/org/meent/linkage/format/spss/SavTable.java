// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.spss;

import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.util.List;
import org.meent.linkage.format.Schema;

/**
 * A system file whose dictionary has been understood.
 *
 * @param schema what it says
 * @param places where each column stands in a row
 * @param elements the length of a row in units of 8 bytes
 * @param charset the character set of its texts
 * @param order the order of the bytes of its numbers
 * @param compression 0 none, 1 bytecodes, 2 bytecodes in zlib blocks
 * @param bias what a bytecode is more than its number
 * @param systemMissing the number that stands for missing
 * @param dataStart where the rows begin
 */
record SavTable(
    Schema schema,
    List<Place> places,
    int elements,
    Charset charset,
    ByteOrder order,
    int compression,
    double bias,
    double systemMissing,
    long dataStart) {

  /**
   * Where a column stands in a row.
   *
   * @param width bytes of text; 0 for a number
   * @param pieces its elements; more than one piece only for very long strings
   */
  record Place(int width, List<Piece> pieces) {}

  /**
   * A run of elements.
   *
   * @param element the first
   * @param bytes how many bytes of text it holds
   */
  record Piece(int element, int bytes) {
    int elements() {
      return (bytes + 7) / 8;
    }
  }
}
