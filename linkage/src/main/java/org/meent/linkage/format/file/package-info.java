// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Files by their path: open one whatever its format, show what it is, convert it. Start with {@link
 * org.meent.linkage.format.file.DataFile}, {@link org.meent.linkage.format.file.FileReport} and
 * {@link org.meent.linkage.format.file.Conversion}.
 */
@NullMarked
package org.meent.linkage.format.file;

import org.jspecify.annotations.NullMarked;
