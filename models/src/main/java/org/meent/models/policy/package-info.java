// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Shallow rules that say which arm suits whom, found exactly, as evidence about groups and never as
 * an instruction about a person. Start with {@link org.meent.models.policy.PolicySearch}.
 */
@NullMarked
package org.meent.models.policy;

import org.jspecify.annotations.NullMarked;
