// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.tree;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A tree that was written, row by row as text. */
record WrittenWorld(Path tree) {
  /** The rows of a file of text, its header left out. */
  List<String[]> rows(String path, char separator) throws IOException {
    List<String[]> rows = new ArrayList<>();
    for (String line : Files.readAllLines(tree.resolve(path), StandardCharsets.UTF_8)) {
      rows.add(line.split(java.util.regex.Pattern.quote(String.valueOf(separator)), -1));
    }
    return rows.subList(1, rows.size());
  }

  /** The rows of a register that was written as text. */
  List<String[]> register(String folder, String name) throws IOException {
    return rows(folder + "/geconverteerde data/" + name + ".csv", ';');
  }

  /** The rows of a file of truth. */
  List<String[]> truth(String name) throws IOException {
    return rows("truth/" + name + ".csv", ',');
  }

  /** How many errors of a kind the truth says a file has. */
  long planted(String file, String defect) throws IOException {
    return truth("defects").stream()
        .filter(row -> row[0].equals(file) && row[3].equals(defect))
        .count();
  }
}
