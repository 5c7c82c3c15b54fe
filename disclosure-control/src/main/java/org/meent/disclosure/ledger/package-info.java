// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * What was really let out of this environment before, so that a new request is compared with it.
 * Start at {@link org.meent.disclosure.ledger.ReleaseLedger#open}. Entries are written by {@link
 * org.meent.disclosure.ledger.LedgerFile#append}; {@link org.meent.disclosure.ledger.Differencing}
 * compares a request with them.
 */
@NullMarked
package org.meent.disclosure.ledger;

import org.jspecify.annotations.NullMarked;
