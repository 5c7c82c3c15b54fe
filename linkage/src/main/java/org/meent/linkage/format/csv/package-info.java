// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Comma- and semicolon-separated text, read and written by RFC 4180 with a strict character set.
 * Start with {@link org.meent.linkage.format.csv.CsvFormat}; what cannot be seen from the file
 * stands in {@link org.meent.linkage.format.csv.CsvOptions}.
 */
@NullMarked
package org.meent.linkage.format.csv;

import org.jspecify.annotations.NullMarked;
