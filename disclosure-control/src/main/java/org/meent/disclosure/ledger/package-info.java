// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * What was really let out of this environment before, so that a new request is compared with it.
 * Start at {@link org.meent.disclosure.ledger.ReleaseLedger#open}. Reading only: entries are
 * written when the environment's own check has decided, which is not built yet.
 */
@NullMarked
package org.meent.disclosure.ledger;

import org.jspecify.annotations.NullMarked;
