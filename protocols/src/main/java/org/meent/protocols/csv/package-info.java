// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The strict reader of separated text for all floors. Start with {@link
 * org.meent.protocols.csv.CsvReader}.
 */
@NullMarked
package org.meent.protocols.csv;

import org.jspecify.annotations.NullMarked;
