// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Rule sets as data: the limits of disclosure control and Meent's own criteria, each number with
 * its source and whether somebody read it there. Start at {@link
 * org.meent.disclosure.rule.RuleSet#named}.
 */
@NullMarked
package org.meent.disclosure.rule;

import org.jspecify.annotations.NullMarked;
