// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.tree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.meent.linkage.format.ColumnBatch;
import org.meent.linkage.format.Schema;
import org.meent.linkage.format.TableSink;
import org.meent.linkage.format.TableWriting;
import org.meent.linkage.format.file.DataFile;
import org.meent.linkage.world.register.RegisterFile;
import org.meent.linkage.world.register.Rows;

/** A file of the world being written, in all its formats at once. */
final class OpenFile implements AutoCloseable {
  /** Where Statistics Netherlands puts files in other formats than SPSS's. */
  private static final String CONVERTED = "geconverteerde data";

  private final RegisterFile file;
  private final List<TableSink> sinks = new ArrayList<>();
  private final List<String> paths = new ArrayList<>();
  private long rows;

  OpenFile(Path root, RegisterFile file, List<String> formats) throws IOException {
    this.file = file;
    if (file.layout() != RegisterFile.Layout.REGISTER) {
      open(root, file.folder(), "csv");
      return;
    }
    for (String format : formats) {
      boolean spss = format.equals("sav") || format.equals("zsav");
      open(root, file.folder() + (spss ? "" : "/" + CONVERTED), format);
    }
  }

  private void open(Path root, String folder, String ending) throws IOException {
    Path place = root.resolve(folder);
    Files.createDirectories(place);
    Path path = place.resolve(file.name() + "." + ending);
    paths.add(folder + "/" + file.name() + "." + ending);
    if (ending.equals("csv")) {
      sinks.add(new TextSink(path, file.columns(), TextLayout.of(file.layout())));
      return;
    }
    TableWriting writing = DataFile.writing(path);
    Schema schema = new Schema("", file.label(), "UTF-8", -1, file.columns(), List.of());
    sinks.add(writing.create(path, writing.fit(schema).schema()));
  }

  void write(Rows made) {
    for (ColumnBatch batch : made.batches()) {
      if (batch.rows() > 0) {
        sinks.forEach(sink -> sink.write(batch));
      }
    }
    rows += made.count();
  }

  void finish() {
    sinks.forEach(TableSink::finish);
  }

  /** What was written: one line per format. */
  List<WorldSummary.Written> written() {
    return paths.stream().map(path -> new WorldSummary.Written(path, rows)).toList();
  }

  @Override
  public void close() {
    sinks.forEach(TableSink::close);
  }
}
