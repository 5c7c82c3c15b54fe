// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * One row per person, made from declared sources only. Start with {@link
 * org.meent.linkage.cohort.Cohort}.
 */
@NullMarked
package org.meent.linkage.cohort;

import org.jspecify.annotations.NullMarked;
