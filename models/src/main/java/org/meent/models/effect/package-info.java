// SPDX-License-Identifier: GPL-3.0-or-later
/** Effects of support, with their uncertainty. */
@NullMarked
package org.meent.models.effect;

import org.jspecify.annotations.NullMarked;
