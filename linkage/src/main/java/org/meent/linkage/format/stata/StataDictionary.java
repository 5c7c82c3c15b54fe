// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.stata;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.meent.linkage.format.Code;
import org.meent.linkage.format.Column;
import org.meent.linkage.format.Measure;
import org.meent.linkage.format.MissingCodes;
import org.meent.linkage.format.Schema;
import org.meent.linkage.format.ValueLabel;
import org.meent.linkage.format.ValueType;
import org.meent.linkage.format.bytes.ByteInput;
import org.meent.linkage.format.bytes.StrictText;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.RefusalException;

/**
 * Reads the dictionary of a Stata file. Facts about the format: Stata's own description ({@code
 * help dta}) and observation of files.
 */
abstract class StataDictionary {
  final ByteInput in;
  final StataVersion version;
  final StrictText text;
  private final Map<String, List<ValueLabel>> dated = new HashMap<>();

  StataDictionary(ByteInput in, StataVersion version) {
    this.in = in;
    this.version = version;
    this.text = new StrictText(version.charset());
  }

  static StataTable read(ByteInput in) {
    int first = in.uint8();
    in.seek(0);
    if (first == '<') {
      return new StataTagged(in, StataTagged.version(in)).table();
    }
    if (first < 113 || first > 115) {
      boolean other = first >= 102 && first <= 116;
      throw other
          ? Refusal.badInput("linkage.dta.version", in.where(), first).asException()
          : Refusal.badInput("linkage.dta.header", in.where()).asException();
    }
    return new StataPlain(in, StataVersion.of(first)).table();
  }

  /** All parts of the dictionary as they stand in the file. */
  record Parts(
      String label,
      long rows,
      int columns,
      byte[] names,
      byte[] formats,
      byte[] labelNames,
      byte[] labels,
      List<StataField> fields,
      long dataStart,
      long textsStart) {}

  final StataTable assemble(Parts parts, Map<String, List<ValueLabel>> valueLabels) {
    List<Column> columns = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int c = 0; c < parts.columns(); c++) {
      String name = fixed(parts.names(), c, version.name());
      if (!seen.add(name)) {
        throw Refusal.badInput("linkage.file.duplicate-column", in.where(), name).asException();
      }
      StataField field = parts.fields().get(c);
      String format = fixed(parts.formats(), c, version.format());
      ValueType type = field.isText() ? ValueType.TEXT : StataNumbers.type(format);
      String set = fixed(parts.labelNames(), c, version.name());
      columns.add(
          new Column(
              name,
              fixed(parts.labels(), c, version.label()),
              type,
              field.kind() == StataField.Kind.LONG_TEXT ? 0 : field.bytes(),
              decimals(format),
              format,
              field.isText() ? List.of() : labels(set, type, valueLabels),
              MissingCodes.NONE,
              Measure.UNKNOWN));
    }
    Schema schema =
        new Schema(
            "Stata .dta " + version.number(),
            parts.label(),
            version.charset().name(),
            parts.rows(),
            columns,
            List.of());
    int rowBytes = parts.fields().stream().mapToInt(StataField::bytes).sum();
    ByteOrder order = in.bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    return new StataTable(
        version, schema, parts.fields(), rowBytes, order, parts.dataStart(), parts.textsStart());
  }

  /** Value labels of dates count from 1970 as their values do; columns share their sets. */
  private List<ValueLabel> labels(
      String set, ValueType type, Map<String, List<ValueLabel>> valueLabels) {
    List<ValueLabel> labels = valueLabels.getOrDefault(set, List.of());
    if (type == ValueType.NUMBER || labels.isEmpty()) {
      return labels;
    }
    return dated.computeIfAbsent(
        type + set,
        key ->
            labels.stream()
                .map(label -> new ValueLabel(counted(label.code(), type), label.label()))
                .toList());
  }

  private static Code counted(Code code, ValueType type) {
    return code instanceof Code.Number number
        ? new Code.Number(StataNumbers.fromFile(number.value(), type))
        : code;
  }

  private static int decimals(String format) {
    int dot = format.indexOf('.');
    return dot > 0 && dot + 1 < format.length() && Character.isDigit(format.charAt(dot + 1))
        ? format.charAt(dot + 1) - '0'
        : 0;
  }

  /** One table of value labels: numbers of texts, places, codes, texts. */
  final List<ValueLabel> labelTable(long end) {
    int count = in.int32();
    int length = in.int32();
    if (count < 0 || length < 0 || in.position() + 8L * count + length > end) {
      throw in.truncated();
    }
    int[] places = ints(count);
    int[] codes = ints(count);
    byte[] texts = in.bytes(length);
    List<ValueLabel> labels = new ArrayList<>();
    for (int l = 0; l < count; l++) {
      if (places[l] < 0 || places[l] >= length) {
        throw broken("value_labels");
      }
      labels.add(new ValueLabel(StataNumbers.code(codes[l]), zeroEnded(texts, places[l], length)));
    }
    return List.copyOf(labels);
  }

  private int[] ints(int count) {
    int[] numbers = new int[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = in.int32();
    }
    return numbers;
  }

  /** Puts a set of labels under its name; false at the end of the file. */
  final void labelSet(long length, Map<String, List<ValueLabel>> into) {
    String name = zeroEnded(in.bytes(version.name()), 0, version.name());
    in.skip(3);
    if (length < 8 || length > in.remaining()) {
      throw in.truncated();
    }
    long end = in.position() + length;
    into.put(name, labelTable(end));
    in.seek(end);
  }

  /** The fields of a row; each type takes so many bytes. */
  final List<StataField> fields(int[] types) {
    List<StataField> fields = new ArrayList<>(types.length);
    long offset = 0;
    for (int type : types) {
      StataField.Kind kind = kind(type);
      int bytes =
          switch (kind) {
            case BYTE -> 1;
            case INT -> 2;
            case LONG, FLOAT -> 4;
            case DOUBLE, LONG_TEXT -> 8;
            case TEXT -> type;
          };
      fields.add(new StataField(kind, (int) offset, bytes));
      offset += bytes;
      if (offset > Integer.MAX_VALUE - 16) {
        throw in.truncated();
      }
    }
    return fields;
  }

  abstract StataField.Kind kind(int type);

  final void checkRows(long rows, List<StataField> fields) {
    double bytes = fields.stream().mapToDouble(StataField::bytes).sum() * rows;
    if (rows < 0 || bytes > in.remaining()) {
      throw Refusal.badInput("linkage.file.short", in.where(), rows).asException();
    }
  }

  final String fixed(byte[] all, int index, int width) {
    return zeroEnded(all, index * width, index * width + width);
  }

  final String zeroEnded(byte[] bytes, int start, int limit) {
    int end = start;
    while (end < limit && bytes[end] != 0) {
      end++;
    }
    return text.lenient(java.util.Arrays.copyOfRange(bytes, start, end));
  }

  final RefusalException broken(String part) {
    return Refusal.badInput("linkage.dta.section", in.where(), part, in.position()).asException();
  }

  static byte[] tag(String name) {
    return ("<" + name + ">").getBytes(StandardCharsets.US_ASCII);
  }

  static Map<String, List<ValueLabel>> noLabels() {
    return new HashMap<>();
  }
}
