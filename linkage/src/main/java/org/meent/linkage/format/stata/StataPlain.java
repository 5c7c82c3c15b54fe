// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.stata;

import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import org.meent.linkage.format.ValueLabel;
import org.meent.linkage.format.bytes.ByteInput;
import org.meent.protocols.refusal.Refusal;

/** The dictionary of versions 113 to 115, without tags. */
final class StataPlain extends StataDictionary {
  StataPlain(ByteInput in, StataVersion version) {
    super(in, version);
  }

  StataTable table() {
    in.uint8();
    int order = in.uint8();
    int fileType = in.uint8();
    if ((order != 1 && order != 2) || fileType != 1) {
      throw Refusal.badInput("linkage.dta.header", in.where()).asException();
    }
    in.order(order == 1 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    in.uint8();
    int columns = in.int16() & 0xffff;
    long rows = in.int32() & 0xffff_ffffL;
    String label = zeroEnded(in.bytes(81), 0, 81);
    in.skip(18);
    byte[] types = in.bytes(columns);
    int[] numbers = new int[columns];
    for (int c = 0; c < columns; c++) {
      numbers[c] = types[c] & 0xff;
    }
    final byte[] names = in.bytes((long) columns * version.name());
    in.skip(2L * (columns + 1));
    final byte[] formats = in.bytes((long) columns * version.format());
    final byte[] labelNames = in.bytes((long) columns * version.name());
    final byte[] labels = in.bytes((long) columns * version.label());
    expansions();
    List<StataField> fields = fields(numbers);
    checkRows(rows, fields);
    long dataStart = in.position();
    in.skip(rows * fields.stream().mapToLong(StataField::bytes).sum());
    Map<String, List<ValueLabel>> sets = noLabels();
    while (in.remaining() > 0) {
      labelSet(in.int32(), sets);
    }
    Parts parts =
        new Parts(label, rows, columns, names, formats, labelNames, labels, fields, dataStart, 0);
    return assemble(parts, sets);
  }

  private void expansions() {
    while (true) {
      int type = in.uint8();
      int length = in.int32();
      if (type == 0 && length == 0) {
        return;
      }
      in.skip(length);
    }
  }

  @Override
  StataField.Kind kind(int type) {
    return switch (type) {
      case 251 -> StataField.Kind.BYTE;
      case 252 -> StataField.Kind.INT;
      case 253 -> StataField.Kind.LONG;
      case 254 -> StataField.Kind.FLOAT;
      case 255 -> StataField.Kind.DOUBLE;
      default -> {
        if (type < 1 || type > 244) {
          throw Refusal.badInput("linkage.dta.type", in.where(), type).asException();
        }
        yield StataField.Kind.TEXT;
      }
    };
  }
}
