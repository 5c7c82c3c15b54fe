// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The command line: one class per verb, exit codes as in {@link
 * org.meent.protocols.refusal.ExitCode}. Start with {@link org.meent.desk.command.Main}.
 */
@NullMarked
package org.meent.desk.command;

import org.jspecify.annotations.NullMarked;
