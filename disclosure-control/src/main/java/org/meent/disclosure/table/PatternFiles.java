// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.IntStream;
import org.meent.disclosure.protect.SuppressionPattern;
import org.meent.disclosure.spec.ProtectionSpec;
import org.meent.disclosure.spec.SpecText;

/** The files of a protected table, and the specification they were made by. */
final class PatternFiles {
  /** Stands for every cell that is left out, whatever the reason. */
  static final String MARK = ".";

  private PatternFiles() {}

  /** Writes one file through a partial one. */
  interface Content {
    void to(Writer out) throws IOException;
  }

  static void write(Path folder, Path input, ProtectionSpec spec, ProtectedTable result) {
    try {
      Files.createDirectories(folder);
      try (DirectoryStream<Path> earlier = Files.newDirectoryStream(folder, "released*.csv")) {
        for (Path file : earlier) {
          Files.delete(file); // of another specification, perhaps
        }
      }
      save(folder.resolve("spec.yaml"), out -> out.write(SpecText.of(input, spec)));
      save(folder.resolve("cells.csv"), out -> all(out, result, false));
      save(folder.resolve("certificate.json"), out -> CertificateFile.write(out, spec, result));
      save(folder.resolve("released.csv"), out -> all(out, result, true));
      for (Block block : result.table().grid().blocks) {
        if (!spec.tables().isEmpty()) {
          int[] cells = IntStream.range(0, block.size).map(block::id).toArray();
          save(
              folder.resolve("released-" + block.name + ".csv"),
              out -> cells(out, result, true, block.dimensions, cells));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void save(Path file, Content content) throws IOException {
    Path partial = file.resolveSibling(file.getFileName() + ".partial");
    try (Writer out = Files.newBufferedWriter(partial, StandardCharsets.UTF_8)) {
      content.to(out);
    }
    Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void all(Writer out, ProtectedTable result, boolean released) throws IOException {
    HierarchicalTable table = result.table();
    int[] dimensions = IntStream.range(0, table.dimensions().size()).toArray();
    cells(out, result, released, dimensions, IntStream.range(0, table.size()).toArray());
  }

  private static void cells(
      Writer out, ProtectedTable result, boolean released, int[] dimensions, int[] cells)
      throws IOException {
    HierarchicalTable table = result.table();
    byte[] status = status(table.size(), result.pattern());
    for (int d : dimensions) {
      out.append(quoted(table.dimensions().get(d).name())).append(',');
    }
    out.append(released ? "value\n" : "value,status\n");
    for (int cell : cells) {
      for (int d : dimensions) {
        out.append(quoted(table.code(cell, d))).append(',');
      }
      boolean hidden = released && status[cell] != 0;
      out.append(hidden ? MARK : number(table.value(cell), table.scale()));
      if (!released) {
        out.append(
            status[cell] == 0 ? ",published" : status[cell] == 1 ? ",primary" : ",secondary");
      }
      out.append('\n');
    }
  }

  private static byte[] status(int size, SuppressionPattern pattern) {
    byte[] status = new byte[size];
    for (int cell : pattern.primaries()) {
      status[cell] = 1;
    }
    for (int cell : pattern.secondaries()) {
      status[cell] = 2;
    }
    return status;
  }

  static String number(long value, int scale) {
    return BigDecimal.valueOf(value, scale).toPlainString();
  }

  static String quoted(String field) {
    boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
  }
}
