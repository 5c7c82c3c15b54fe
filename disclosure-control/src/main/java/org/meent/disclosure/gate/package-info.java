// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The gate: judges all outputs of a request together under a rule set, protects what can be
 * protected, and is the only place that makes a {@link org.meent.disclosure.gate.Releasable}. Start
 * at {@link org.meent.disclosure.gate.Gate#judge}. Findings stay inside: they tell what they
 * protect.
 */
@NullMarked
package org.meent.disclosure.gate;

import org.jspecify.annotations.NullMarked;
