// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Probabilistic linkage of records without a common key (Fellegi and Sunter): fields and their
 * comparison levels, blocking, exact agreement by chance, EM, posteriors, one-to-one links and
 * clusters. Start with {@link org.meent.linkage.match.LinkageJob}; {@link
 * org.meent.linkage.match.LinkageFiles} writes what it finds.
 */
@NullMarked
package org.meent.linkage.match;

import org.jspecify.annotations.NullMarked;
