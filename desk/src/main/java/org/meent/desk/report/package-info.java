// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * What the desk's documents say: for the researcher, for the checkers, for the terminal. Each class
 * makes one {@link org.meent.disclosure.report.Report}; {@code org.meent.desk.render} gives it a
 * form.
 */
@NullMarked
package org.meent.desk.report;

import org.jspecify.annotations.NullMarked;
