// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * For whom a result holds: whether predicted effects hold in each protected group ({@link
 * org.meent.models.reach.GroupCalibration}), what a policy would do to the gap in outcomes between
 * groups ({@link org.meent.models.reach.GroupGains}), whether one municipality carries the result
 * ({@link org.meent.models.reach.LeaveOneOut}), and what may be said of other people ({@link
 * org.meent.models.reach.Transport}). Equal scores are never taken for fairness.
 */
@NullMarked
package org.meent.models.reach;

import org.jspecify.annotations.NullMarked;
