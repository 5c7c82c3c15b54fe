// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Judging a pattern without believing who made it. {@link org.meent.disclosure.audit.Verification}
 * runs both separate pieces over a folder that {@code protect} wrote: the verifier of the proof and
 * the recount of the records. {@link org.meent.disclosure.audit.PatternAudit} judges patterns made
 * by other tools.
 */
@NullMarked
package org.meent.disclosure.audit;

import org.jspecify.annotations.NullMarked;
