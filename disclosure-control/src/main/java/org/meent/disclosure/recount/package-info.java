// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Counting again what a certificate states of the records: values, sensitive cells, protection
 * levels, sums, contributors. Start with {@link org.meent.disclosure.recount.RecordCheck}. It is
 * larger than the verifier of the proof, and shares no code with the protector either.
 */
@NullMarked
package org.meent.disclosure.recount;

import org.jspecify.annotations.NullMarked;
