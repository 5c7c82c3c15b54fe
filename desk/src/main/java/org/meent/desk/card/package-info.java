// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The model card that may leave: written from what the gate let through of the other outputs, and
 * from the protocol. Start with {@link org.meent.desk.card.ReleasedCard}.
 */
@org.jspecify.annotations.NullMarked
package org.meent.desk.card;
