// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.csv;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.meent.linkage.format.BatchReader;
import org.meent.linkage.format.FileFormat;
import org.meent.linkage.format.Schema;
import org.meent.linkage.format.TableSource;
import org.meent.linkage.format.TableWriting;
import org.meent.linkage.format.bytes.Projection;

/** Text with values between separators, one row a line. */
public final class CsvFormat implements FileFormat {
  private final CsvOptions options;

  /** Everything seen from the file. */
  public CsvFormat() {
    this(CsvOptions.withDefaults());
  }

  /** What the file does not say is said here. */
  public CsvFormat(CsvOptions options) {
    this.options = options;
  }

  @Override
  public List<String> endings() {
    return List.of("csv", "txt", "tsv");
  }

  /** Text has no beginning of its own: the ending of the name decides. */
  @Override
  public boolean recognises(byte[] head) {
    return false;
  }

  /** Looks through the whole file: a row with too few values is refused here. */
  @Override
  public TableSource open(Path file) {
    return new CsvSource(new CsvScan(file, options).table());
  }

  @Override
  public Optional<TableWriting> writing(String ending) {
    return ending.equals("csv") ? Optional.of(new CsvWriting()) : Optional.empty();
  }

  private record CsvSource(CsvTable table) implements TableSource {
    @Override
    public Schema schema() {
      return table.schema();
    }

    @Override
    public BatchReader read(List<String> columns) {
      return new CsvBatchReader(table, Projection.of(table.schema(), columns, table.file()));
    }
  }
}
