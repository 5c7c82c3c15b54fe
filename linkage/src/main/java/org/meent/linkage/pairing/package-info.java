// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Records without a pseudonym get one inside a study, by probability and by permission. Start with
 * {@link org.meent.linkage.pairing.RecordLinkage}, which links the identities of a source to those
 * of the population; what comes of it is {@link org.meent.linkage.pairing.PairedRecords}.
 */
@NullMarked
package org.meent.linkage.pairing;

import org.jspecify.annotations.NullMarked;
