// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.spss;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.meent.linkage.format.Column;
import org.meent.linkage.format.Measure;
import org.meent.linkage.format.Schema;
import org.meent.linkage.format.ValueLabel;
import org.meent.linkage.format.ValueType;
import org.meent.linkage.format.bytes.StrictText;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.RefusalException;
import org.meent.protocols.refusal.Where;

/** Puts the records of a dictionary together: long names, very long strings, texts, places. */
final class SavSchema {
  /** What ReadStat and PSPP call the effective piece of a very long string. */
  private static final int PIECE = 252;

  private static final int LONGEST = 32_767;

  private final SavDictionary dictionary;
  private final Where where;
  private final StrictText text;
  private final SavExtensions extensions;
  private final Map<ValueType, Map<List<SavVariable.RawLabel>, List<ValueLabel>>> shared =
      new EnumMap<>(ValueType.class);
  private final List<String> notes = new ArrayList<>();

  private SavSchema(SavDictionary dictionary, Where where) {
    this.dictionary = dictionary;
    this.where = where;
    Charset charset = SavCharsets.of(dictionary.extensions(), dictionary.header().order(), where);
    this.text = new StrictText(charset);
    this.extensions = new SavExtensions(dictionary, text, where);
  }

  static SavTable of(SavDictionary dictionary, Where where) {
    return new SavSchema(dictionary, where).table();
  }

  private SavTable table() {
    extensions.measures(dictionary.variables(), notes);
    Map<String, String> longNames = extensions.longNames();
    Map<String, Integer> longWidths = extensions.longWidths();
    List<Column> columns = new ArrayList<>();
    List<SavTable.Place> places = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    List<SavVariable> variables = dictionary.variables();
    for (int v = 0; v < variables.size(); ) {
      SavVariable variable = variables.get(v);
      String key = SavCodes.strip(new String(variable.shortName, StandardCharsets.ISO_8859_1));
      int width = longWidths.getOrDefault(key, variable.width);
      String name = longNames.getOrDefault(key, lenient(variable.shortName));
      int pieces = width > 255 ? (width + PIECE - 1) / PIECE : 1;
      places.add(new SavTable.Place(width, pieces(v, pieces, width)));
      columns.add(column(variable, name, width));
      if (!seen.add(name)) {
        throw refuse("linkage.file.duplicate-column", name);
      }
      v += pieces;
    }
    SavHeader header = dictionary.header();
    Schema schema =
        new Schema(
            header.compression() == 2 ? "SPSS .zsav" : "SPSS .sav",
            lenient(header.label()),
            text.charset().name(),
            rows(header),
            extensions.completed(columns),
            notes);
    return new SavTable(
        schema,
        places,
        dictionary.elements(),
        text.charset(),
        header.order(),
        header.compression(),
        header.bias(),
        extensions.systemMissing(),
        dictionary.dataStart());
  }

  private long rows(SavHeader header) {
    return header.rows() >= 0 ? header.rows() : extensions.longRows();
  }

  private List<SavTable.Piece> pieces(int first, int count, int width) {
    List<SavVariable> variables = dictionary.variables();
    if (width > LONGEST || first + count > variables.size()) {
      throw refuse("linkage.sav.variable", first + 1);
    }
    List<SavTable.Piece> pieces = new ArrayList<>();
    int left = width;
    for (int p = 0; p < count; p++) {
      SavVariable variable = variables.get(first + p);
      int elements = Math.max(1, (variable.width + 7) / 8);
      boolean fits = variable.element + elements <= nextElement(first + p);
      if (!fits || (variable.width == 0) != (width == 0)) {
        throw refuse("linkage.sav.variable", first + p + 1);
      }
      int bytes = width == 0 ? 8 : Math.min(left, variable.width);
      pieces.add(new SavTable.Piece(variable.element, bytes));
      left -= bytes;
    }
    return List.copyOf(pieces);
  }

  private int nextElement(int variable) {
    List<SavVariable> variables = dictionary.variables();
    return variable + 1 < variables.size()
        ? variables.get(variable + 1).element
        : dictionary.elements();
  }

  private Column column(SavVariable variable, String name, int width) {
    ValueType type = width > 0 ? ValueType.TEXT : SavFormats.type(variable.print);
    SavCodes codes = new SavCodes(type, dictionary.header().order(), text);
    String format = width > 0 ? "A" + width : SavFormats.text(variable.print);
    return new Column(
        name,
        lenient(variable.label),
        type,
        width > 0 ? width : SavFormats.width(variable.print),
        width > 0 ? 0 : SavFormats.decimals(variable.print),
        format,
        labels(variable.labels, codes),
        codes.missing(variable.missingKind, variable.missing),
        measure(variable.measure));
  }

  /** Variables that share a record share its labels, however many they are. */
  private List<ValueLabel> labels(List<SavVariable.RawLabel> raw, SavCodes codes) {
    return raw.isEmpty()
        ? List.of()
        : shared
            .computeIfAbsent(codes.type(), type -> new IdentityHashMap<>())
            .computeIfAbsent(raw, codes::labels);
  }

  private static Measure measure(int number) {
    return switch (number) {
      case 1 -> Measure.NOMINAL;
      case 2 -> Measure.ORDINAL;
      case 3 -> Measure.SCALE;
      default -> Measure.UNKNOWN;
    };
  }

  private String lenient(byte[] bytes) {
    return SavCodes.strip(text.lenient(bytes));
  }

  private RefusalException refuse(String code, Object... args) {
    return Refusal.badInput(code, where, args).asException();
  }

  /** A number of 64 bits in the file's order. */
  static double float64(byte[] eight, java.nio.ByteOrder order) {
    return ByteBuffer.wrap(eight).order(order).getDouble();
  }
}
