// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The study protocol: what people sign and what the machine obeys. Start with {@link
 * org.meent.protocols.Protocol}; {@link org.meent.protocols.ProtocolFile} reads one from a study
 * folder and tells of everything that is wrong with it at once.
 */
@NullMarked
package org.meent.protocols;

import org.jspecify.annotations.NullMarked;
