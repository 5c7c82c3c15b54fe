// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.frame;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/** Records of a CSV file, one at a time. A quoted cell may hold commas, quotes and line ends. */
final class CsvLines {
  private final BufferedReader reader;
  private final String source;
  private long line;
  private long start;

  CsvLines(BufferedReader reader, String source) {
    this.reader = reader;
    this.source = source;
  }

  /** The line, from 1, where the last record began. */
  long startLine() {
    return start;
  }

  /** The cells of the next record that is not blank; empty at the end of the file. */
  List<String> next() throws IOException {
    String text = reader.readLine();
    line++;
    while (text != null && text.isBlank()) {
      text = reader.readLine();
      line++;
    }
    start = line;
    if (text == null) {
      return List.of();
    }
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    int at = 0;
    while (true) {
      if (at >= text.length()) {
        if (!quoted) {
          cells.add(cell.toString());
          return cells;
        }
        String more = reader.readLine();
        line++;
        if (more == null) {
          throw Refusal.badInput("models.csv.quote", Where.file(source).atLine(start))
              .asException();
        }
        cell.append('\n');
        text = more;
        at = 0;
        continue;
      }
      char c = text.charAt(at++);
      if (quoted && c == '"') {
        if (at < text.length() && text.charAt(at) == '"') {
          cell.append('"');
          at++;
        } else {
          quoted = false;
        }
      } else if (!quoted && c == '"' && cell.isEmpty()) {
        quoted = true;
      } else if (!quoted && c == ',') {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
  }
}
