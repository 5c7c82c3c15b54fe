// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * How lives look in registers and municipal files: one class per file, each turns one life into
 * rows. Start at {@link org.meent.linkage.world.register.Registers}, the list of all of them.
 */
@NullMarked
package org.meent.linkage.world.register;

import org.jspecify.annotations.NullMarked;
