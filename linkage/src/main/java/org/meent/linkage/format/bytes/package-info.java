// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Bytes of a file with every length checked before it is believed: nothing is read past the end,
 * nothing is allocated that the file cannot fill. Start with {@link
 * org.meent.linkage.format.bytes.ByteInput}.
 */
@NullMarked
package org.meent.linkage.format.bytes;

import org.jspecify.annotations.NullMarked;
