// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.stata;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.meent.linkage.format.BatchReader;
import org.meent.linkage.format.FileFormat;
import org.meent.linkage.format.Schema;
import org.meent.linkage.format.TableSource;
import org.meent.linkage.format.TableWriting;
import org.meent.linkage.format.bytes.ByteInput;
import org.meent.linkage.format.bytes.Projection;

/** Stata files: {@code .dta} of versions 113 to 115 and 117 to 119. */
public final class StataFormat implements FileFormat {
  @Override
  public List<String> endings() {
    return List.of("dta");
  }

  @Override
  public boolean recognises(byte[] head) {
    boolean plain = head.length > 4 && head[0] >= 102 && head[0] <= 116 && head[2] == 1;
    return (plain && (head[1] == 1 || head[1] == 2))
        || new String(head, StandardCharsets.ISO_8859_1).startsWith("<stata_dta>");
  }

  @Override
  public TableSource open(Path file) {
    try (ByteInput in = ByteInput.open(file)) {
      return new StataSource(file, StataDictionary.read(in));
    }
  }

  @Override
  public Optional<TableWriting> writing(String ending) {
    return Optional.of(new StataWriting());
  }

  private record StataSource(Path file, StataTable table) implements TableSource {
    @Override
    public Schema schema() {
      return table.schema();
    }

    @Override
    public BatchReader read(List<String> columns) {
      return new StataBatchReader(file, table, Projection.of(table.schema(), columns, file));
    }
  }
}
