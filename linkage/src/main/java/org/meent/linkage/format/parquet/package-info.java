// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Parquet files, read and written by the embedded engine. What Parquet has no place for, labels and
 * missing codes, stands as a text in the file that Meent reads again. Start with {@link
 * org.meent.linkage.format.parquet.ParquetFormat}.
 */
@NullMarked
package org.meent.linkage.format.parquet;

import org.jspecify.annotations.NullMarked;
