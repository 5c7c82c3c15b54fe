// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.recount;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The verifier's own reader of comma-separated files. */
final class CsvRows {
  private static final Pattern FIELD =
      Pattern.compile("\\G(?:\"((?:[^\"]++|\"\")*+)\"|([^,\n\"]*+))(,|\n|\\z)");

  private CsvRows() {}

  /** The rows of a comma-separated file in UTF-8, header first. */
  static List<List<String>> of(Path file) throws IOException {
    String text = Files.readString(file).replace("\r\n", "\n").replaceFirst("^\uFEFF", "");
    List<List<String>> rows = new ArrayList<>(List.of(new ArrayList<>()));
    Matcher field =
        FIELD.matcher(text.endsWith("\n") ? text.substring(0, text.length() - 1) : text);
    while (field.find()) {
      String quoted = field.group(1);
      rows.getLast().add(quoted == null ? field.group(2) : quoted.replace("\"\"", "\""));
      if (field.group(3).equals("\n")) {
        rows.add(new ArrayList<>());
      } else if (field.group(3).isEmpty()) {
        return rows;
      }
    }
    throw new IllegalArgumentException("not comma-separated");
  }
}
