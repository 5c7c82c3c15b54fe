// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Tables from a researcher's own records: the specification, the hierarchies, the cells of their
 * cross, and the files with the protected result. Start with {@link
 * org.meent.disclosure.table.ProtectionJob}; {@link org.meent.disclosure.table.HierarchicalTable}
 * is the table between records and protection. Person-level rows are read and never written.
 */
@NullMarked
package org.meent.disclosure.table;

import org.jspecify.annotations.NullMarked;
