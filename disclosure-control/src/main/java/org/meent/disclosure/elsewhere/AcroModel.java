// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.elsewhere;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A regression of an ACRO session. Of its tables one holds the coefficients ({@code coef}, {@code
 * std err}); another one holds pairs of words and figures, such as {@code No. Observations:}.
 */
final class AcroModel {
  private static final String COEFFICIENT = "coef";
  private static final Map<String, String> WORDS =
      Map.of(
          "No. Observations:", "nobs",
          "Df Residuals:", "df",
          "R-squared:", "r.squared",
          "Dep. Variable:", "outcome");

  private AcroModel() {}

  /**
   * The coefficients with what the other tables say of the model; empty for a table that holds
   * none.
   *
   * @param files all tables of the model
   */
  static Optional<Sheet> of(String id, String method, Path file, List<Path> files) {
    Delimited table = Delimited.read(file, String.valueOf(file.getFileName()));
    int coefficient = table.header().indexOf(COEFFICIENT);
    int error = table.header().indexOf("std err");
    if (coefficient < 1 || error < 1) {
      return Optional.empty();
    }
    List<List<String>> rows = new ArrayList<>();
    for (List<String> row : table.rows()) {
      rows.add(
          List.of(row.getFirst().strip(), row.get(coefficient).strip(), row.get(error).strip()));
    }
    Sheet sheet =
        new Sheet(
                String.valueOf(file.getFileName()), List.of("term", "estimate", "std.error"), rows)
            .saying("form", method)
            .saying("output", id);
    for (Path other : files) {
      if (!other.equals(file)) {
        sheet = with(sheet, Delimited.read(other, String.valueOf(other.getFileName())));
      }
    }
    return Optional.of(sheet);
  }

  private static Sheet with(Sheet sheet, Delimited table) {
    Sheet more = sheet;
    List<List<String>> lines = new ArrayList<>(List.of(table.header()));
    lines.addAll(table.rows());
    for (List<String> line : lines) {
      for (int i = 0; i + 1 < line.size(); i++) {
        String column = WORDS.get(line.get(i).strip());
        if (column != null) {
          more = more.saying(column, line.get(i + 1).strip());
        }
      }
    }
    return more;
  }
}
