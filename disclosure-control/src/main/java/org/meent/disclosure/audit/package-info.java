// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Judging a pattern without believing who made it. Start with {@link
 * org.meent.disclosure.audit.Verifier}, which recomputes everything from the records and checks
 * every witness in exact arithmetic without sharing code with the protector; {@link
 * org.meent.disclosure.audit.PatternAudit} judges patterns made by other tools.
 */
@NullMarked
package org.meent.disclosure.audit;

import org.jspecify.annotations.NullMarked;
