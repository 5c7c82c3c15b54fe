// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * One row per person, made from declared sources only. Start with {@link
 * org.meent.linkage.cohort.CohortAssembly}, which makes a {@link org.meent.linkage.cohort.Cohort}
 * and says of every column where it comes from.
 */
@NullMarked
package org.meent.linkage.cohort;

import org.jspecify.annotations.NullMarked;
