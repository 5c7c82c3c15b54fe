// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.file;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meent.linkage.format.BatchReader;
import org.meent.linkage.format.Column;
import org.meent.linkage.format.ColumnBatch;
import org.meent.linkage.format.Loss;
import org.meent.linkage.format.Missing;
import org.meent.linkage.format.Schema;
import org.meent.linkage.format.TableSink;
import org.meent.linkage.format.TableSource;
import org.meent.linkage.format.TableWriting;
import org.meent.linkage.format.bytes.ByteInput;
import org.meent.linkage.format.bytes.ByteOutput;
import org.meent.linkage.format.bytes.Projection;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/**
 * What came of writing a file in another format.
 *
 * @param target the name of the new file
 * @param rows how many rows it has
 * @param columns how many columns it has
 * @param losses what the target could not hold
 */
public record Conversion(String target, long rows, int columns, List<Loss> losses) {
  /** Copies the losses. */
  public Conversion {
    losses = List.copyOf(losses);
  }

  /**
   * Writes a file in the format of the target's ending. The target appears when it is whole: what
   * is there before stays until then, and stays for good if the conversion fails.
   *
   * @param in the source
   * @param out the target
   * @param columns exact names in the order wanted; none for all
   * @throws org.meent.protocols.refusal.RefusalException if the source is not whole, a column does
   *     not exist, or the target cannot be written
   */
  public static Conversion convert(Path in, Path out, List<String> columns) {
    return convert(in, DataFile.open(in), out, columns);
  }

  /** As {@link #convert(Path, Path, List)}, for a source that is open. */
  public static Conversion convert(Path in, TableSource source, Path out, List<String> columns) {
    TableWriting writing = DataFile.writing(out);
    if (in.toAbsolutePath().normalize().equals(out.toAbsolutePath().normalize())) {
      throw Refusal.badInput("linkage.file.same", Where.file(name(out))).asException();
    }
    List<String> names =
        columns.isEmpty() ? source.schema().columns().stream().map(Column::name).toList() : columns;
    Projection.of(source.schema(), names, in);
    Schema wanted = TextWidths.measured(source, names);
    TableWriting.Fitted fitted = writing.fit(wanted);
    long needed = writing.estimate(fitted.schema(), wanted.rows());
    TargetFile target = new TargetFile(out);
    target.checkRoom(needed);
    Loss.Account tags = new Loss.Account(writing.target());
    long rows =
        target.write(
            partial -> {
              try (TableSink sink = writing.create(partial, fitted.schema())) {
                return copy(source, names, sink, writing.keepsTags() ? null : tags);
              }
            });
    List<Loss> losses = new ArrayList<>(fitted.losses());
    losses.addAll(tags.losses());
    return new Conversion(name(out), rows, names.size(), losses);
  }

  private static long copy(
      TableSource source, List<String> names, TableSink sink, Loss.@Nullable Account tags) {
    boolean[] tagged = new boolean[names.size()];
    long rows = 0;
    try (BatchReader reader = source.read(names)) {
      for (@Nullable ColumnBatch batch = reader.next(); batch != null; batch = reader.next()) {
        if (tags != null) {
          lookForTags(batch, tagged);
        }
        sink.write(batch);
        rows += batch.rows();
      }
    }
    for (int c = 0; c < tagged.length; c++) {
      if (tagged[c] && tags != null) {
        tags.add(Loss.Kind.TAGGED_MISSING, names.get(c));
      }
    }
    sink.finish();
    return rows;
  }

  private static void lookForTags(ColumnBatch batch, boolean[] tagged) {
    for (int c = 0; c < tagged.length; c++) {
      if (!tagged[c] && !batch.columns().get(c).type().isText()) {
        double[] values = batch.numbers(c);
        for (int r = 0; r < batch.rows() && !tagged[c]; r++) {
          tagged[c] = Missing.tag(values[r]) != 0;
        }
      }
    }
  }

  static String name(Path file) {
    return ByteInput.name(file);
  }

  static long length(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw ByteInput.unreadable(Where.file(name(file)), e);
    }
  }

  /** A file that appears whole or not at all. */
  private record TargetFile(Path out) {
    private static final int MEGABYTE = 1 << 20;

    /** Writes rows somewhere and says how many. */
    private interface Writer {
      long write(Path partial);
    }

    void checkRoom(long needed) {
      Path folder = out.toAbsolutePath().getParent();
      try {
        long free = folder == null ? Long.MAX_VALUE : Files.getFileStore(folder).getUsableSpace();
        if (needed > free) {
          throw Refusal.environment(
                  "linkage.file.disk",
                  Where.file(name(out)),
                  needed / MEGABYTE + 1,
                  free / MEGABYTE)
              .asException();
        }
      } catch (IOException e) {
        throw ByteOutput.unwritable(Where.file(name(out)), e);
      }
    }

    long write(Writer writer) {
      Path partial = out.resolveSibling(name(out) + ".partial");
      try {
        long rows = writer.write(partial);
        move(partial);
        return rows;
      } catch (RuntimeException | Error e) {
        try {
          Files.deleteIfExists(partial);
        } catch (IOException suppressed) {
          e.addSuppressed(suppressed);
        }
        throw e;
      }
    }

    private void move(Path partial) {
      try {
        try {
          Files.move(
              partial, out, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
          Files.move(partial, out, StandardCopyOption.REPLACE_EXISTING);
        }
      } catch (IOException e) {
        throw ByteOutput.unwritable(Where.file(name(out)), e);
      }
    }
  }
}
