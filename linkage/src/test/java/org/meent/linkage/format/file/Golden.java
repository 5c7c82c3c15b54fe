// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.file;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.meent.linkage.format.BatchReader;
import org.meent.linkage.format.Code;
import org.meent.linkage.format.Column;
import org.meent.linkage.format.ColumnBatch;
import org.meent.linkage.format.Missing;
import org.meent.linkage.format.TableSource;
import org.meent.linkage.format.ValueLabel;

/**
 * A source in the words of {@code src/test/R/golden.R}, which holds what haven 2.5.1 reads from the
 * same file.
 */
final class Golden {
  private Golden() {}

  static Path corpus(String file) {
    return resource("corpus/" + file);
  }

  static Path resource(String name) {
    try {
      return Path.of(
          java.util.Objects.requireNonNull(
                  Golden.class.getResource("/org/meent/linkage/format/" + name), name)
              .toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static List<String> lines(TableSource source) {
    List<Column> columns = source.schema().columns();
    List<String> digests = digests(source);
    List<String> lines = new ArrayList<>();
    lines.add(
        "file\t%s\t%d\t%s"
            .formatted(digests.getLast(), columns.size(), clean(source.schema().label())));
    for (int c = 0; c < columns.size(); c++) {
      Column column = columns.get(c);
      lines.add(
          String.join(
              "\t",
              "column",
              clean(column.name()),
              column.type().name(),
              column.format(),
              clean(column.label())));
      for (ValueLabel label : column.labels()) {
        lines.add("value\t" + code(label.code()) + "\t" + clean(label.label()));
      }
      for (Code code : column.missing().discrete()) {
        lines.add("missing\t" + code(code));
      }
      column
          .missing()
          .range()
          .ifPresent(r -> lines.add("range\t" + number(r.low()) + "\t" + number(r.high())));
      lines.add("md5\t" + digests.get(c));
    }
    return lines;
  }

  /** An MD5 per column as golden.R makes it, and the number of rows at the end. */
  private static List<String> digests(TableSource source) {
    List<Column> columns = source.schema().columns();
    ByteArrayOutputStream[] values = new ByteArrayOutputStream[columns.size()];
    ByteArrayOutputStream[] flags = new ByteArrayOutputStream[columns.size()];
    for (int c = 0; c < values.length; c++) {
      values[c] = new ByteArrayOutputStream();
      flags[c] = new ByteArrayOutputStream();
    }
    long rows = 0;
    try (BatchReader reader = source.read(columns.stream().map(Column::name).toList())) {
      for (ColumnBatch batch = reader.next(); batch != null; batch = reader.next()) {
        for (int c = 0; c < values.length; c++) {
          add(batch, c, new DataOutputStream(values[c]), flags[c]);
        }
        rows += batch.rows();
      }
      List<String> digests = new ArrayList<>();
      for (int c = 0; c < values.length; c++) {
        MessageDigest md5 = MessageDigest.getInstance("MD5");
        md5.update(values[c].toByteArray());
        digests.add(HexFormat.of().formatHex(md5.digest(flags[c].toByteArray())));
      }
      digests.add(Long.toString(rows));
      return digests;
    } catch (IOException | NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void add(
      ColumnBatch batch, int c, DataOutputStream values, ByteArrayOutputStream flags)
      throws IOException {
    for (int r = 0; r < batch.rows(); r++) {
      if (batch.columns().get(c).type().isText()) {
        values.write(batch.texts(c).text(r).getBytes(StandardCharsets.UTF_8));
        values.write('\n');
      } else {
        double value = batch.numbers(c)[r];
        boolean missing = Double.isNaN(value);
        values.writeDouble(missing ? 0 : value + 0.0);
        char tag = Missing.tag(value);
        flags.write(missing ? tag == 0 ? '.' : tag : 0);
      }
    }
  }

  private static String code(Code code) {
    return switch (code) {
      case Code.Number number -> "n:" + number(number.value());
      case Code.Text text -> "t:" + clean(text.value());
      case Code.Tag tag -> "g:" + tag.letter();
    };
  }

  static String number(double value) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    return Double.toString(value);
  }

  static String clean(String text) {
    return text.replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\r", "\\r")
        .replace("\n", "\\n");
  }
}
