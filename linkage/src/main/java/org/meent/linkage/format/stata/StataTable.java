// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.stata;

import java.nio.ByteOrder;
import java.util.List;
import org.meent.linkage.format.Schema;

/**
 * A Stata file whose dictionary has been understood.
 *
 * @param version the version of the format
 * @param schema what the file says
 * @param fields where each column stands in a row
 * @param rowBytes the length of a row
 * @param order the order of the bytes of its numbers
 * @param dataStart where the rows begin
 * @param textsStart where the long texts begin; 0 if there are none
 */
record StataTable(
    StataVersion version,
    Schema schema,
    List<StataField> fields,
    int rowBytes,
    ByteOrder order,
    long dataStart,
    long textsStart) {}
