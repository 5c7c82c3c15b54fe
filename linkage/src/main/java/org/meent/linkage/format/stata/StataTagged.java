// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.stata;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.meent.linkage.format.ValueLabel;
import org.meent.linkage.format.bytes.ByteInput;
import org.meent.protocols.refusal.Refusal;

/** The dictionary of versions 117 to 119, in parts between tags. */
final class StataTagged extends StataDictionary {
  private static final int TEXTS = 10;
  private static final int LABELS = 11;

  StataTagged(ByteInput in, StataVersion version) {
    super(in, version);
  }

  /** Reads the first tags; the input stands behind the version. */
  static StataVersion version(ByteInput in) {
    byte[] start = "<stata_dta><header><release>".getBytes(StandardCharsets.US_ASCII);
    byte[] found = in.bytes(Math.min(start.length, in.remaining()));
    if (!Arrays.equals(start, found)) {
      throw Refusal.badInput("linkage.dta.header", in.where()).asException();
    }
    String digits = new String(in.bytes(3), StandardCharsets.US_ASCII);
    if (!digits.matches("11[789]")) {
      String shown = digits.matches("[0-9]{3}") ? digits : "?";
      throw Refusal.badInput("linkage.dta.version", in.where(), shown).asException();
    }
    return StataVersion.of(Integer.parseInt(digits));
  }

  StataTable table() {
    expect("/release");
    expect("byteorder");
    String order = new String(in.bytes(3), StandardCharsets.US_ASCII);
    in.order(order.equals("MSF") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    expect("/byteorder");
    expect("K");
    long count = version.number() == 119 ? in.int32() & 0xffff_ffffL : in.int16() & 0xffff;
    expect("/K");
    expect("N");
    long rows = version.number() == 117 ? in.int32() & 0xffff_ffffL : in.int64();
    expect("/N");
    expect("label");
    int labelLength = version.number() == 117 ? in.uint8() : in.int16() & 0xffff;
    String label = zeroEnded(in.bytes(labelLength), 0, labelLength);
    expect("/label");
    expect("timestamp");
    in.skip(in.uint8());
    expect("/timestamp");
    expect("/header");
    long[] map = map();
    if (count * (2L + version.name()) > in.remaining()) {
      throw in.truncated();
    }
    return columns(label, rows, (int) count, map);
  }

  private long[] map() {
    expect("map");
    long[] map = new long[14];
    for (int m = 0; m < map.length; m++) {
      map[m] = in.int64();
    }
    expect("/map");
    return map;
  }

  private StataTable columns(String label, long rows, int count, long[] map) {
    expect("variable_types");
    int[] types = new int[count];
    for (int c = 0; c < count; c++) {
      types[c] = in.int16() & 0xffff;
    }
    expect("/variable_types");
    final byte[] names = part("varnames", (long) count * version.name());
    part("sortlist", (count + 1L) * (version.number() == 119 ? 4 : 2));
    final byte[] formats = part("formats", (long) count * version.format());
    final byte[] labelNames = part("value_label_names", (long) count * version.name());
    final byte[] labels = part("variable_labels", (long) count * version.label());
    characteristics();
    expect("data");
    List<StataField> fields = fields(types);
    checkRows(rows, fields);
    long dataStart = in.position();
    in.skip(rows * fields.stream().mapToLong(StataField::bytes).sum());
    expect("/data");
    if (map[TEXTS] != in.position() || map[LABELS] < in.position()) {
      throw broken("map");
    }
    in.seek(map[LABELS]);
    Map<String, List<ValueLabel>> sets = valueLabels();
    Parts parts =
        new Parts(
            label, rows, count, names, formats, labelNames, labels, fields, dataStart, map[TEXTS]);
    return assemble(parts, sets);
  }

  private byte[] part(String name, long length) {
    expect(name);
    byte[] bytes = in.bytes(length);
    expect("/" + name);
    return bytes;
  }

  private void characteristics() {
    expect("characteristics");
    byte[] found = in.bytes(4);
    while (Arrays.equals(found, tag("ch"))) {
      in.skip(in.int32());
      expect("/ch");
      found = in.bytes(4);
    }
    in.seek(in.position() - 4);
    expect("/characteristics");
  }

  private Map<String, List<ValueLabel>> valueLabels() {
    Map<String, List<ValueLabel>> sets = noLabels();
    expect("value_labels");
    byte[] found = in.bytes(5);
    while (Arrays.equals(found, tag("lbl"))) {
      labelSet(in.int32(), sets);
      expect("/lbl");
      found = in.bytes(5);
    }
    in.seek(in.position() - 5);
    expect("/value_labels");
    return sets;
  }

  private void expect(String name) {
    byte[] wanted = tag(name);
    if (!Arrays.equals(wanted, in.bytes(wanted.length))) {
      throw broken(name);
    }
  }

  @Override
  StataField.Kind kind(int type) {
    return switch (type) {
      case 32768 -> StataField.Kind.LONG_TEXT;
      case 65526 -> StataField.Kind.DOUBLE;
      case 65527 -> StataField.Kind.FLOAT;
      case 65528 -> StataField.Kind.LONG;
      case 65529 -> StataField.Kind.INT;
      case 65530 -> StataField.Kind.BYTE;
      default -> {
        if (type < 1 || type > 2045) {
          throw Refusal.badInput("linkage.dta.type", in.where(), type).asException();
        }
        yield StataField.Kind.TEXT;
      }
    };
  }
}
