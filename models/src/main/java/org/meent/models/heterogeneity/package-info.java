// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Whether effects differ between people at all, and along what. Start with {@link
 * org.meent.models.heterogeneity.BaselineComparison}: where the forest does not beat one effect for
 * everybody, nothing about differences is claimed.
 */
@NullMarked
package org.meent.models.heterogeneity;

import org.jspecify.annotations.NullMarked;
