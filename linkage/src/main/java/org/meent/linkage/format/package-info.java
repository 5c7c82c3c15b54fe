// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * What every file of rows looks like to Meent: a schema with labels and missing codes, batches of
 * columns that are read by projection, and a sink that writes them. Start with {@link
 * org.meent.linkage.format.TableSource}; files are opened by {@code
 * org.meent.linkage.format.file.DataFile}. Sub-packages hold one format each.
 */
@NullMarked
package org.meent.linkage.format;

import org.jspecify.annotations.NullMarked;
