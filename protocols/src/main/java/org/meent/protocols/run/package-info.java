// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * What makes a run the same run: its id and its random streams. Start with {@link
 * org.meent.protocols.run.RandomStream}.
 */
@NullMarked
package org.meent.protocols.run;

import org.jspecify.annotations.NullMarked;
