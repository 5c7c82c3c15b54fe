// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * How Meent says no: one sentence with what was expected, what was found, where, and what to do.
 * Start with {@link org.meent.protocols.refusal.Refusal}; throw it as a {@link
 * org.meent.protocols.refusal.RefusalException}. The words stand in {@code
 * META-INF/meent/refusals/<module>_<language>.properties} of the module that refuses.
 */
@NullMarked
package org.meent.protocols.refusal;

import org.jspecify.annotations.NullMarked;
