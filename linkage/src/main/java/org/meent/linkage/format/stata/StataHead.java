// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.stata;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.meent.linkage.format.Column;
import org.meent.linkage.format.Schema;
import org.meent.linkage.format.bytes.ByteOutput;

/** Writes what stands before the rows of a Stata 118 file, and mends it afterwards. */
final class StataHead {
  private static final int LONG_TEXT = 32_768;
  private static final int DOUBLE = 65_526;

  private final ByteOutput out;
  private final Schema schema;
  private final long[] map = new long[14];
  private long mapAt;
  private long rowsAt;

  StataHead(ByteOutput out, Schema schema) {
    this.out = out;
    this.schema = schema;
  }

  void write() {
    text("<stata_dta><header><release>118</release><byteorder>LSF</byteorder><K>");
    out.int16(schema.columns().size());
    text("</K><N>");
    rowsAt = out.position();
    out.int64(0);
    text("</N><label>");
    byte[] label = utf8(schema.label());
    out.int16(label.length);
    out.bytes(label);
    text("</label><timestamp>");
    out.int8(0);
    text("</timestamp></header>");
    mark(1);
    text("<map>");
    mapAt = out.position();
    out.padded(new byte[0], 8 * map.length, 0);
    text("</map>");
    part(2, "variable_types", column -> out.int16(type(column)));
    part(3, "varnames", column -> out.padded(utf8(column.name()), 129, 0));
    mark(4);
    text("<sortlist>");
    out.padded(new byte[0], 2 * (schema.columns().size() + 1), 0);
    text("</sortlist>");
    part(5, "formats", column -> out.padded(utf8(format(column)), 57, 0));
    part(
        6,
        "value_label_names",
        column -> out.padded(utf8(column.labels().isEmpty() ? "" : column.name()), 129, 0));
    part(7, "variable_labels", column -> out.padded(utf8(column.label()), 321, 0));
    mark(8);
    text("<characteristics></characteristics>");
    mark(9);
    text("<data>");
  }

  /** Remembers that a part begins here. */
  void mark(int part) {
    map[part] = out.position();
  }

  void mend(long rows) {
    ByteBuffer places = ByteBuffer.allocate(8 * map.length).order(ByteOrder.LITTLE_ENDIAN);
    for (long place : map) {
      places.putLong(place);
    }
    out.mend(mapAt, places.array());
    out.mend(rowsAt, ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(rows).array());
  }

  private void part(int number, String name, Consumer<Column> writer) {
    mark(number);
    out.bytes(StataDictionary.tag(name));
    schema.columns().forEach(writer);
    out.bytes(StataDictionary.tag("/" + name));
  }

  private static int type(Column column) {
    if (!column.type().isText()) {
      return DOUBLE;
    }
    return StataSink.isLong(column) ? LONG_TEXT : Math.max(1, column.width());
  }

  private static String format(Column column) {
    String own = column.format();
    boolean text = column.type().isText();
    if (own.startsWith("%") && own.endsWith("s") == text && own.length() < 57) {
      return own;
    }
    return switch (column.type()) {
      case TEXT -> "%" + Math.max(1, Math.min(244, column.width())) + "s";
      case DATE -> "%td";
      case DATETIME -> "%tc";
      case TIME -> "%tcHH:MM:SS";
      case NUMBER -> {
        int decimals = Math.min(9, column.decimals());
        int width = Math.max(decimals + 2, Math.max(9, Math.min(20, column.width())));
        yield own.isEmpty() ? "%10.0g" : "%" + width + "." + decimals + "f";
      }
    };
  }

  private void text(String ascii) {
    out.bytes(ascii.getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
