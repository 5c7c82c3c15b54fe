// SPDX-License-Identifier: GPL-3.0-or-later
/** The published source of a method: {@link org.meent.protocols.literature.Reference}. */
@NullMarked
package org.meent.protocols.literature;

import org.jspecify.annotations.NullMarked;
