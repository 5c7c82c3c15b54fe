// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The study protocol: what people sign and what the machine obeys. Start with {@link
 * org.meent.protocols.Protocol}.
 */
@NullMarked
package org.meent.protocols;

import org.jspecify.annotations.NullMarked;
