// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * What a fit can be asked beyond its averages: how people leave and when, which support for whom,
 * for whom the result holds, and what measurement error would change. Start with {@link
 * org.meent.models.further.FurtherJob}.
 */
@NullMarked
package org.meent.models.further;

import org.jspecify.annotations.NullMarked;
