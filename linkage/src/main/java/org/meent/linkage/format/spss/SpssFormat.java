// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.spss;

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

/** SPSS system files: {@code .sav} and {@code .zsav}. */
public final class SpssFormat implements FileFormat {
  @Override
  public List<String> endings() {
    return List.of("sav", "zsav");
  }

  @Override
  public boolean recognises(byte[] head) {
    String text = new String(head, StandardCharsets.ISO_8859_1);
    return text.startsWith("$FL2") || text.startsWith("$FL3") || text.startsWith("ENCRYPTEDSAV", 8);
  }

  @Override
  public TableSource open(Path file) {
    try (ByteInput in = ByteInput.open(file)) {
      SavTable table = SavSchema.of(SavDictionaryReader.read(in), in.where());
      return new SavSource(file, table);
    }
  }

  @Override
  public Optional<TableWriting> writing(String ending) {
    return Optional.of(new SavWriting(ending.equals("zsav")));
  }

  private record SavSource(Path file, SavTable table) implements TableSource {
    @Override
    public Schema schema() {
      return table.schema();
    }

    @Override
    public BatchReader read(List<String> columns) {
      int[] wanted = Projection.of(table.schema(), columns, file);
      ByteInput in = ByteInput.open(file);
      try {
        return new SavBatchReader(in, table, wanted);
      } catch (RuntimeException e) {
        in.close();
        throw e;
      }
    }
  }
}
