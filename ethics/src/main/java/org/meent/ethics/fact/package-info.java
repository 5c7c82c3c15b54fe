// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Facts of a study, each with its origin, which every module appends and the dossier reads. Start
 * with {@link org.meent.ethics.fact.Facts}.
 */
@NullMarked
package org.meent.ethics.fact;

import org.jspecify.annotations.NullMarked;
