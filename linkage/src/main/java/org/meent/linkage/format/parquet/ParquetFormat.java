// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.parquet;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.meent.linkage.engine.duckdb.ParquetFile;
import org.meent.linkage.format.BatchReader;
import org.meent.linkage.format.Column;
import org.meent.linkage.format.FileFormat;
import org.meent.linkage.format.Schema;
import org.meent.linkage.format.TableSource;
import org.meent.linkage.format.TableWriting;
import org.meent.linkage.format.bytes.ByteInput;
import org.meent.linkage.format.bytes.Projection;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/**
 * Parquet files with plain columns. Reading and writing need the native library of the embedded
 * engine; where that may not be loaded, a file is refused and every other format still works.
 */
public final class ParquetFormat implements FileFormat {
  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

  @Override
  public List<String> endings() {
    return List.of("parquet");
  }

  @Override
  public boolean recognises(byte[] head) {
    return head.length >= MAGIC.length && Arrays.equals(Arrays.copyOf(head, MAGIC.length), MAGIC);
  }

  @Override
  public TableSource open(Path file) {
    Where where = Where.file(ByteInput.name(file));
    checkEnd(file, where);
    ParquetFile parquet = ParquetFile.open(file);
    Schema said =
        parquet
            .note()
            .map(note -> ParquetDictionary.read(note, where))
            .orElse(Schema.of(List.of()));
    List<Column> columns =
        parquet.columns().stream().map(stored -> Agreement.of(stored, said, where)).toList();
    return new ParquetSource(
        parquet, new Schema("Parquet", said.label(), "UTF-8", parquet.rows(), columns, List.of()));
  }

  /** A Parquet file begins and ends with the same four bytes; a copy that was cut off does not. */
  private static void checkEnd(Path file, Where where) {
    try (ByteInput in = ByteInput.open(file)) {
      boolean whole = in.size() >= 3L * MAGIC.length;
      if (whole) {
        in.seek(in.size() - MAGIC.length);
        whole = Arrays.equals(in.bytes(MAGIC.length), MAGIC);
      }
      if (!whole) {
        throw Refusal.badInput("linkage.parquet.damaged", where).asException();
      }
    }
  }

  @Override
  public Optional<TableWriting> writing(String ending) {
    return Optional.of(new ParquetWriting());
  }

  private record ParquetSource(ParquetFile parquet, Schema schema) implements TableSource {
    @Override
    public BatchReader read(List<String> columns) {
      int[] places = Projection.of(schema, columns, parquet.file());
      return parquet.read(
          places, Arrays.stream(places).mapToObj(place -> schema.columns().get(place)).toList());
    }
  }
}
