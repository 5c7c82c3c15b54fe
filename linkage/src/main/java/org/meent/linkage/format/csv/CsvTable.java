// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.csv;

import java.nio.charset.Charset;
import java.nio.file.Path;
import org.meent.linkage.format.Schema;

/**
 * A file of separated values that was looked through once.
 *
 * @param file the file
 * @param schema its columns, with the types that all values allow
 * @param separator between values
 * @param charset the character set
 * @param skip bytes of the byte order mark
 */
record CsvTable(Path file, Schema schema, char separator, Charset charset, int skip) {}
