// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Designs that keep time straight: who is compared with whom from which month on. Start with {@link
 * org.meent.linkage.design.SequentialTrials}, {@link org.meent.linkage.design.Landmark} or {@link
 * org.meent.linkage.design.CloneCensorWeight}, each of which makes {@link
 * org.meent.linkage.design.TrialRows} out of {@link org.meent.linkage.design.MonthlyHistories}.
 * What no design allows is refused where a protocol is read.
 *
 * <p>Within a month the order is: eligibility is tested on the first day, then an instrument may
 * start, then the outcome may happen.
 */
@NullMarked
package org.meent.linkage.design;

import org.jspecify.annotations.NullMarked;
