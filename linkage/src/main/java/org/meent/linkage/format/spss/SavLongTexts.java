// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.spss;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.meent.linkage.format.Code;
import org.meent.linkage.format.Column;
import org.meent.linkage.format.Schema;
import org.meent.linkage.format.ValueLabel;

/**
 * Writes the value labels and missing codes of texts longer than eight bytes.
 *
 * @param schema the columns
 */
record SavLongTexts(Schema schema) {
  private static final int MISSING_WIDTH = 8;

  void write(SavDictionaryWriter writer) {
    ByteArrayOutputStream labels = new ByteArrayOutputStream();
    ByteArrayOutputStream missing = new ByteArrayOutputStream();
    for (Column column : schema.columns()) {
      if (column.type().isText() && column.width() > MISSING_WIDTH) {
        labels(column, labels);
        missing(column, missing);
      }
    }
    if (labels.size() > 0) {
      writer.extension(21, 1, labels.toByteArray());
    }
    if (missing.size() > 0) {
      writer.extension(22, 1, missing.toByteArray());
    }
  }

  private static void labels(Column column, ByteArrayOutputStream into) {
    if (column.labels().isEmpty()) {
      return;
    }
    counted(SavDictionaryWriter.utf8(column.name()), into);
    into.writeBytes(int32(column.width()));
    into.writeBytes(int32(column.labels().size()));
    for (ValueLabel label : column.labels()) {
      counted(filled(label.code(), column.width()), into);
      counted(SavDictionaryWriter.utf8(label.label()), into);
    }
  }

  private static void missing(Column column, ByteArrayOutputStream into) {
    if (column.missing().discrete().isEmpty()) {
      return;
    }
    counted(SavDictionaryWriter.utf8(column.name()), into);
    into.write(column.missing().discrete().size());
    into.writeBytes(int32(MISSING_WIDTH));
    for (Code code : column.missing().discrete()) {
      into.writeBytes(filled(code, MISSING_WIDTH));
    }
  }

  private static byte[] filled(Code code, int width) {
    byte[] text =
        code instanceof Code.Text value ? SavDictionaryWriter.utf8(value.value()) : new byte[0];
    byte[] filled = Arrays.copyOf(text, width);
    Arrays.fill(filled, Math.min(text.length, width), width, (byte) ' ');
    return filled;
  }

  private static void counted(byte[] bytes, ByteArrayOutputStream into) {
    into.writeBytes(int32(bytes.length));
    into.writeBytes(bytes);
  }

  private static byte[] int32(int number) {
    return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(number).array();
  }
}
