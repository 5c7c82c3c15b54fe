// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * What a user asks of {@code meent protect}, as data: where the cells come from, when one is
 * sensitive, and what may be left out. Start with {@link org.meent.disclosure.spec.ProtectionSpec};
 * {@link org.meent.disclosure.spec.SpecReader} reads it strictly, and {@link
 * org.meent.disclosure.spec.SpecText} writes it out with nothing left implied.
 */
@NullMarked
package org.meent.disclosure.spec;

import org.jspecify.annotations.NullMarked;
