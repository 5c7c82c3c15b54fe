// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The pseudonym: a pair of set and number. Start with {@link org.meent.linkage.key.KeyRule}, which
 * says of each pair whether it identifies a person, and why not.
 */
@NullMarked
package org.meent.linkage.key;

import org.jspecify.annotations.NullMarked;
