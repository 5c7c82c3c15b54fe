// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * SAS files, {@code .sas7bdat}, read through Parso. Start with {@link
 * org.meent.linkage.format.sas.SasFormat}.
 */
@NullMarked
package org.meent.linkage.format.sas;

import org.jspecify.annotations.NullMarked;
