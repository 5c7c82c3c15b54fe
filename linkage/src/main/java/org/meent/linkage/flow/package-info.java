// SPDX-License-Identifier: GPL-3.0-or-later
/** The flow: in = out + losses by reason + duplications by reason, at every step. */
@NullMarked
package org.meent.linkage.flow;

import org.jspecify.annotations.NullMarked;
