// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * How strong something nobody measured would have to be to overturn an effect, and how large an
 * effect must be to be seen at all. Start with {@link
 * org.meent.models.sensitivity.RobustnessValue}; {@link
 * org.meent.models.sensitivity.DetectableEffect} is told before anything is fitted.
 */
@NullMarked
package org.meent.models.sensitivity;

import org.jspecify.annotations.NullMarked;
