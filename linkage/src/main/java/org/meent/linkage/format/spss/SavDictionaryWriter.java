// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.spss;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.meent.linkage.format.Code;
import org.meent.linkage.format.Column;
import org.meent.linkage.format.Measure;
import org.meent.linkage.format.MissingCodes;
import org.meent.linkage.format.Schema;
import org.meent.linkage.format.ValueLabel;
import org.meent.linkage.format.bytes.ByteOutput;

/** Writes the dictionary of a system file in UTF-8, little-endian. No clock: the date is 1970. */
final class SavDictionaryWriter {
  private static final int PIECE = 252;

  private final ByteOutput out;
  private final Schema schema;
  private final boolean zlib;
  private final List<String> shortNames = new ArrayList<>();
  private final Set<String> taken = new HashSet<>();

  SavDictionaryWriter(ByteOutput out, Schema schema, boolean zlib) {
    this.out = out;
    this.schema = schema;
    this.zlib = zlib;
  }

  static int segments(int width) {
    return width <= 255 ? 1 : (width + PIECE - 1) / PIECE;
  }

  static int segmentWidth(int width, int segment) {
    int last = segments(width) - 1;
    return segment < last ? 255 : width - last * PIECE;
  }

  /** Writes all records and returns where the number of rows in 64 bits stands. */
  long write() {
    header();
    for (Column column : schema.columns()) {
      variable(column);
    }
    int element = 1;
    for (Column column : schema.columns()) {
      valueLabels(column, element);
      element += elements(column);
    }
    machine();
    displays();
    names();
    longWidths();
    out.int32(7);
    out.int32(16);
    out.int32(8);
    out.int32(2);
    out.int64(1);
    long longRowsAt = out.position();
    out.int64(0);
    extension(20, 1, "UTF-8".getBytes(StandardCharsets.US_ASCII));
    new SavLongTexts(schema).write(this);
    out.int32(999);
    out.int32(0);
    return longRowsAt;
  }

  private void header() {
    out.bytes(ascii(zlib ? "$FL3" : "$FL2"));
    out.padded(ascii("@(#) SPSS DATA FILE written by Meent"), 60, ' ');
    out.int32(2);
    out.int32(schema.columns().stream().mapToInt(SavDictionaryWriter::elements).sum());
    out.int32(zlib ? 2 : 1);
    out.int32(0);
    out.int32(-1);
    out.float64(100);
    out.bytes(ascii("01 Jan 7000:00:00"));
    out.padded(utf8(schema.label()), 64, ' ');
    out.padded(new byte[0], 3, 0);
  }

  private static int elements(Column column) {
    if (!column.type().isText()) {
      return 1;
    }
    int elements = 0;
    for (int s = 0; s < segments(column.width()); s++) {
      elements += (segmentWidth(column.width(), s) + 7) / 8;
    }
    return elements;
  }

  private void variable(Column column) {
    boolean text = column.type().isText();
    String name = shortName(column.name());
    shortNames.add(name);
    if (!text) {
      MissingCodes missing = column.missing();
      int kind = missing.discrete().size();
      record(column, name, 0, missing.range().isPresent() ? -2 - kind : kind, print(column));
      return;
    }
    boolean shortText = column.width() <= 8;
    for (int s = 0; s < segments(column.width()); s++) {
      int width = segmentWidth(column.width(), s);
      int kind = s == 0 && shortText ? column.missing().discrete().size() : 0;
      record(column, s == 0 ? name : shortName(name), width, kind, SavFormats.pack(1, width, 0));
      for (int e = 1; e < (width + 7) / 8; e++) {
        out.int32(2);
        out.int32(-1);
        out.padded(new byte[0], 16, 0);
        out.padded(new byte[0], 8, ' ');
      }
    }
  }

  private void record(Column column, String name, int width, int missing, int print) {
    byte[] label = utf8(column.label());
    out.int32(2);
    out.int32(width);
    out.int32(label.length > 0 ? 1 : 0);
    out.int32(missing);
    out.int32(print);
    out.int32(print);
    out.padded(ascii(name), 8, ' ');
    if (label.length > 0) {
      out.int32(label.length);
      out.padded(label, (label.length + 3) / 4 * 4, 0);
    }
    if (missing != 0) {
      column.missing().range().ifPresent(range -> range(range, column));
      column.missing().discrete().forEach(code -> out.bytes(eight(code, column)));
    }
  }

  private void range(MissingCodes.Range range, Column column) {
    boolean lowest = range.low() == Double.NEGATIVE_INFINITY;
    boolean highest = range.high() == Double.POSITIVE_INFINITY;
    out.float64(
        lowest ? -Math.nextDown(Double.MAX_VALUE) : SavFormats.toFile(range.low(), column.type()));
    out.float64(highest ? Double.MAX_VALUE : SavFormats.toFile(range.high(), column.type()));
  }

  private static byte[] eight(Code code, Column column) {
    return switch (code) {
      case Code.Number number ->
          ByteBuffer.allocate(8)
              .order(ByteOrder.LITTLE_ENDIAN)
              .putDouble(SavFormats.toFile(number.value(), column.type()))
              .array();
      case Code.Text text -> {
        byte[] blanks = "        ".getBytes(StandardCharsets.US_ASCII);
        byte[] bytes = utf8(text.value());
        System.arraycopy(bytes, 0, blanks, 0, Math.min(8, bytes.length));
        yield blanks;
      }
      case Code.Tag tag -> throw new IllegalArgumentException("no tag in SPSS: " + tag.letter());
    };
  }

  /** The display format, a sensible one if the column comes from another format. */
  private static int print(Column column) {
    int own = SavFormats.parse(column.format());
    if (own != 0 && SavFormats.type(own) == column.type() && (own >> 16) > 2) {
      return own;
    }
    int decimals = Math.max(0, Math.min(16, column.decimals()));
    return switch (column.type()) {
      case NUMBER -> {
        int width = Math.max(decimals + 2, Math.max(1, Math.min(40, column.width())));
        yield SavFormats.pack(SavFormats.F, width, decimals);
      }
      case DATE -> SavFormats.pack(SavFormats.DATE, 11, 0);
      case DATETIME -> SavFormats.pack(SavFormats.DATETIME, 20, 0);
      case TIME -> SavFormats.pack(SavFormats.TIME, 8, 0);
      case TEXT -> throw new IllegalArgumentException("texts have their own format");
    };
  }

  private void valueLabels(Column column, int element) {
    if (column.labels().isEmpty() || (column.type().isText() && column.width() > 8)) {
      return;
    }
    out.int32(3);
    out.int32(column.labels().size());
    for (ValueLabel label : column.labels()) {
      byte[] text = utf8(label.label());
      out.bytes(eight(label.code(), column));
      out.int8(text.length);
      out.padded(text, (text.length + 8) / 8 * 8 - 1, ' ');
    }
    out.int32(4);
    out.int32(1);
    out.int32(element);
  }

  private void machine() {
    ByteBuffer numbers = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN);
    for (int number : new int[] {20, 0, 0, -1, 1, 1, 2, 65001}) {
      numbers.putInt(number);
    }
    extension(3, 4, numbers.array());
    ByteBuffer floats = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
    floats.putDouble(-Double.MAX_VALUE).putDouble(Double.MAX_VALUE);
    floats.putDouble(-Math.nextDown(Double.MAX_VALUE));
    extension(4, 8, floats.array());
  }

  private void displays() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (Column column : schema.columns()) {
      boolean text = column.type().isText();
      for (int s = 0; s < (text ? segments(column.width()) : 1); s++) {
        ByteBuffer three = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
        three.putInt(measure(column.measure()));
        three.putInt(text ? Math.min(32, segmentWidth(column.width(), s)) : 8);
        all.writeBytes(three.putInt(text ? 0 : 1).array());
      }
    }
    extension(11, 4, all.toByteArray());
  }

  private static int measure(Measure measure) {
    return switch (measure) {
      case UNKNOWN -> 0;
      case NOMINAL -> 1;
      case ORDINAL -> 2;
      case SCALE -> 3;
    };
  }

  private void names() {
    StringBuilder pairs = new StringBuilder();
    for (int c = 0; c < shortNames.size(); c++) {
      pairs.append(c == 0 ? "" : "\t").append(shortNames.get(c)).append('=');
      pairs.append(schema.columns().get(c).name());
    }
    extension(13, 1, utf8(pairs.toString()));
  }

  private void longWidths() {
    StringBuilder pairs = new StringBuilder();
    for (int c = 0; c < shortNames.size(); c++) {
      Column column = schema.columns().get(c);
      if (column.type().isText() && column.width() > 255) {
        String digits = Integer.toString(100_000 + column.width()).substring(1);
        pairs.append(shortNames.get(c)).append('=').append(digits).append("\0\t");
      }
    }
    if (!pairs.isEmpty()) {
      extension(14, 1, ascii(pairs.toString()));
    }
  }

  void extension(int number, int size, byte[] bytes) {
    out.int32(7);
    out.int32(number);
    out.int32(size);
    out.int32(bytes.length / size);
    out.bytes(bytes);
  }

  /** A name of eight bytes that no other variable or piece has. */
  private String shortName(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    String own = upper.matches("[A-Z][A-Z0-9_]{0,7}") ? upper : "V1";
    for (int n = taken.size() + 1; !taken.add(own); n++) {
      own = "V" + Integer.toString(n, 36).toUpperCase(Locale.ROOT) + "_";
    }
    return own;
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
