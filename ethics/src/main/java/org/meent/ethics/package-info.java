// SPDX-License-Identifier: GPL-3.0-or-later
/** Roles, approvals, the mandate and facts. */
@NullMarked
package org.meent.ethics;

import org.jspecify.annotations.NullMarked;
