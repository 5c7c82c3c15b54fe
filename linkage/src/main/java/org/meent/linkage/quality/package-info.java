// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * What a linkage knows of its own error without labels: precision, recall and the matches that
 * blocking lost, each with a 95 % interval. Start with {@link
 * org.meent.linkage.quality.LinkageQuality}.
 */
@NullMarked
package org.meent.linkage.quality;

import org.jspecify.annotations.NullMarked;
