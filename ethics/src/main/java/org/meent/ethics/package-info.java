// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Who decides on a study, and the permission to run it. Start with {@link
 * org.meent.ethics.ApprovalRegister}, the only place that gives a {@link org.meent.ethics.Mandate};
 * {@link org.meent.ethics.Approvals} signs a decision.
 */
@NullMarked
package org.meent.ethics;

import org.jspecify.annotations.NullMarked;
