// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * SPSS system files, {@code .sav} and {@code .zsav}, read and written. Start with {@link
 * org.meent.linkage.format.spss.SpssFormat}; the dictionary is read by {@code SavDictionaryReader},
 * the rows by {@code SavBatchReader}.
 */
@NullMarked
package org.meent.linkage.format.spss;

import org.jspecify.annotations.NullMarked;
