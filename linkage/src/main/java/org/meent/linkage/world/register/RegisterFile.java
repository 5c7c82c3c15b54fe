// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.register;

import java.util.List;
import org.meent.linkage.format.Column;

/**
 * One file of the world, whatever formats it is written in.
 *
 * @param folder its folder in the tree, with slashes
 * @param name its name without ending
 * @param label what it holds
 * @param columns its columns
 * @param layout what a text file of it looks like
 */
public record RegisterFile(
    String folder, String name, String label, List<Column> columns, Layout layout) {

  /** How the file is written as text, and whether other formats are written too. */
  public enum Layout {
    /** A register: the formats asked for; text with semicolons and decimal commas. */
    REGISTER,
    /** Always and only text: commas, decimal points, ISO dates. */
    TRUTH,
    /** Upload of the first vendor: UTF-8, semicolons, decimal commas, yyyymmdd. */
    VENDOR_1,
    /** Upload of the second vendor: windows-1252, semicolons, decimal commas, dd-mm-yyyy. */
    VENDOR_2,
    /**
     * Upload of the third vendor: UTF-8 with byte order mark, commas, points, Excel's day numbers.
     */
    VENDOR_3
  }

  /** Copies the columns. */
  public RegisterFile {
    columns = List.copyOf(columns);
  }
}
