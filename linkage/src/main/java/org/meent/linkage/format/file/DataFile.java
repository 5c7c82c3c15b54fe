// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.meent.linkage.format.FileFormat;
import org.meent.linkage.format.TableSource;
import org.meent.linkage.format.TableWriting;
import org.meent.linkage.format.bytes.ByteInput;
import org.meent.linkage.format.csv.CsvFormat;
import org.meent.linkage.format.csv.CsvOptions;
import org.meent.linkage.format.parquet.ParquetFormat;
import org.meent.linkage.format.sas.SasFormat;
import org.meent.linkage.format.spss.SpssFormat;
import org.meent.linkage.format.stata.StataFormat;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/** Files of rows by their path, whatever their format: SPSS, Stata, SAS, Parquet, CSV. */
public final class DataFile {
  private static final int HEAD = 64;

  private DataFile() {}

  /**
   * Reads the dictionary of a file. The first bytes decide the format; text has none, so there the
   * ending of the name does.
   *
   * @throws org.meent.protocols.refusal.RefusalException if there is no file, no known format, or
   *     no whole dictionary
   */
  public static TableSource open(Path file) {
    return open(file, CsvOptions.withDefaults());
  }

  /** As {@link #open(Path)}, saying what a CSV file does not say itself. */
  public static TableSource open(Path file, CsvOptions options) {
    byte[] head = head(file);
    Where where = Where.file(ByteInput.name(file));
    if (head.length == 0) {
      throw Refusal.badInput("linkage.file.empty", where).asException();
    }
    String ending = ending(file);
    List<FileFormat> formats = formats(options);
    for (FileFormat format : formats) {
      if (format.recognises(head)) {
        return format.open(file);
      }
    }
    for (FileFormat format : formats) {
      if (format.endings().contains(ending)) {
        return format.open(file);
      }
    }
    throw Refusal.badInput("linkage.file.format", where).asException();
  }

  /**
   * How a file is written, by the ending of its name.
   *
   * @throws org.meent.protocols.refusal.RefusalException if Meent does not write that format
   */
  public static TableWriting writing(Path file) {
    String ending = ending(file);
    for (FileFormat format : formats(CsvOptions.withDefaults())) {
      if (format.endings().contains(ending) && format.writing(ending).isPresent()) {
        return format.writing(ending).get();
      }
    }
    Where where = Where.file(ByteInput.name(file));
    throw Refusal.badInput("linkage.file.read-only-format", where, "." + ending).asException();
  }

  private static List<FileFormat> formats(CsvOptions options) {
    return List.of(
        new SpssFormat(),
        new StataFormat(),
        new SasFormat(),
        new ParquetFormat(),
        new CsvFormat(options));
  }

  private static byte[] head(Path file) {
    try (ByteInput in = ByteInput.open(file)) {
      return in.bytes(Math.min(HEAD, in.size()));
    }
  }

  private static String ending(Path file) {
    String name = ByteInput.name(file);
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
