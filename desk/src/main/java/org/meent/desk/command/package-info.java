// SPDX-License-Identifier: GPL-3.0-or-later
/** The command line: one class per verb. */
@NullMarked
package org.meent.desk.command;

import org.jspecify.annotations.NullMarked;
