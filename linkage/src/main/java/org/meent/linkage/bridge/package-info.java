// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Persons who had a pseudonym that identified nobody, and later got one that does. Start with
 * {@link org.meent.linkage.bridge.BridgeBuilder}, which takes what a source says of them and makes
 * the {@link org.meent.linkage.bridge.Bridge} that carries rows over.
 */
@NullMarked
package org.meent.linkage.bridge;

import org.jspecify.annotations.NullMarked;
