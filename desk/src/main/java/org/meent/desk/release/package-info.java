// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * What may leave, and the only code that writes it: a release request holds nothing but what the
 * gate let through, beside what the checkers need to judge it. Start with {@link
 * org.meent.desk.release.RequestWriter}.
 */
@NullMarked
package org.meent.desk.release;

import org.jspecify.annotations.NullMarked;
