// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The embedded engine: DuckDB in memory, locked before a row enters it, and Parquet files through
 * it. The only package with SQL text. Start with {@link
 * org.meent.linkage.engine.duckdb.DuckDbProvider} and {@link
 * org.meent.linkage.engine.duckdb.ParquetFile}.
 */
@NullMarked
package org.meent.linkage.engine.duckdb;

import org.jspecify.annotations.NullMarked;
