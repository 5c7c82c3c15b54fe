// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.command;

import java.io.PrintStream;
import java.time.Clock;

/**
 * Where a command speaks and what time it is: the only place from which they come.
 *
 * @param out results
 * @param err progress and refusals
 * @param clock the time, UTC
 */
public record Console(PrintStream out, PrintStream err, Clock clock) {}
