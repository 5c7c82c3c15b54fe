// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.drift;

import java.util.List;

/**
 * The fingerprint of a file.
 *
 * @param file its name
 * @param format the format in words
 * @param register the register that it was recognised as; empty if none
 * @param version period and version in its name, such as {@code 2018 V2}; empty if none
 * @param rows its rows
 * @param columns the columns that were looked at, in the file's order
 * @param others names of the columns that were not looked at
 */
public record FileProfile(
    String file,
    String format,
    String register,
    String version,
    long rows,
    List<ColumnProfile> columns,
    List<String> others) {

  /** Copies the lists. */
  public FileProfile {
    columns = List.copyOf(columns);
    others = List.copyOf(others);
  }

  /** The same without hashes of contents, which tell nothing under another salt. */
  FileProfile withoutContent() {
    List<ColumnProfile> without = columns.stream().map(ColumnProfile::withoutContent).toList();
    return new FileProfile(file, format, register, version, rows, without, others);
  }
}
