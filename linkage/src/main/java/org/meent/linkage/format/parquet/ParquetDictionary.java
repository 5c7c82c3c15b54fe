// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.parquet;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.meent.linkage.format.Code;
import org.meent.linkage.format.Column;
import org.meent.linkage.format.Measure;
import org.meent.linkage.format.MissingCodes;
import org.meent.linkage.format.Schema;
import org.meent.linkage.format.ValueLabel;
import org.meent.linkage.format.ValueType;
import org.meent.protocols.canonical.CanonicalJson;
import org.meent.protocols.canonical.Json;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.RefusalException;
import org.meent.protocols.refusal.Where;

/** The dictionary of a file as canonical JSON; numbers are texts, exact to the last bit. */
final class ParquetDictionary {
  private static final String VERSION = "meent.dictionary/1";

  private ParquetDictionary() {}

  static String write(Schema schema) {
    List<Json> columns = new ArrayList<>();
    for (Column column : schema.columns()) {
      columns.add(write(column));
    }
    return CanonicalJson.write(
        Json.object()
            .put("schema", VERSION)
            .put("label", schema.label())
            .put("columns", new Json.Items(columns))
            .build());
  }

  private static Json write(Column column) {
    List<Json> labels = new ArrayList<>();
    for (ValueLabel label : column.labels()) {
      labels.add(
          Json.object().put("code", write(label.code())).put("label", label.label()).build());
    }
    List<Json> missing = new ArrayList<>();
    column.missing().discrete().forEach(code -> missing.add(write(code)));
    List<String> range = new ArrayList<>();
    column
        .missing()
        .range()
        .ifPresent(r -> range.addAll(List.of(Double.toString(r.low()), Double.toString(r.high()))));
    return Json.object()
        .put("name", column.name())
        .put("label", column.label())
        .put("type", column.type().name())
        .put("width", column.width())
        .put("decimals", column.decimals())
        .put("format", column.format())
        .put("labels", new Json.Items(labels))
        .put("missing", new Json.Items(missing))
        .put("range", range)
        .put("measure", column.measure().name())
        .build();
  }

  private static Json write(Code code) {
    return switch (code) {
      case Code.Number(double value) -> Json.object().put("number", Double.toString(value)).build();
      case Code.Text(String value) -> Json.object().put("text", value).build();
      case Code.Tag(char letter) -> Json.object().put("tag", String.valueOf(letter)).build();
    };
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws RefusalException if it is anything else
   */
  static Schema read(String text, Where where) {
    try {
      Json.Members all =
          members(
              CanonicalJson.read(text.getBytes(StandardCharsets.UTF_8))
                  .orElseThrow(IllegalArgumentException::new));
      if (!text(all, "schema").equals(VERSION)) {
        throw new IllegalArgumentException("another version");
      }
      List<Column> columns = new ArrayList<>();
      for (Json column : items(all, "columns")) {
        columns.add(column(members(column)));
      }
      return new Schema("", text(all, "label"), "UTF-8", -1, columns, List.of());
    } catch (IllegalArgumentException e) {
      RefusalException refusal =
          Refusal.badInput("linkage.parquet.dictionary", where).asException();
      refusal.initCause(e);
      throw refusal;
    }
  }

  private static Column column(Json.Members said) {
    List<ValueLabel> labels = new ArrayList<>();
    for (Json label : items(said, "labels")) {
      Json.Members one = members(label);
      labels.add(new ValueLabel(code(members(one.values().get("code"))), text(one, "label")));
    }
    List<Code> missing = new ArrayList<>();
    for (Json code : items(said, "missing")) {
      missing.add(code(members(code)));
    }
    List<String> range = said.texts("range").orElseThrow(IllegalArgumentException::new);
    return new Column(
        text(said, "name"),
        text(said, "label"),
        ValueType.valueOf(text(said, "type")),
        whole(said, "width"),
        whole(said, "decimals"),
        text(said, "format"),
        labels,
        new MissingCodes(
            missing,
            range.size() == 2
                ? Optional.of(
                    new MissingCodes.Range(
                        Double.parseDouble(range.get(0)), Double.parseDouble(range.get(1))))
                : Optional.empty()),
        Measure.valueOf(text(said, "measure")));
  }

  private static Code code(Json.Members code) {
    if (code.text("number").isPresent()) {
      return new Code.Number(Double.parseDouble(text(code, "number")));
    }
    return code.text("tag").isPresent()
        ? new Code.Tag(text(code, "tag").charAt(0))
        : new Code.Text(text(code, "text"));
  }

  private static Json.Members members(@org.jspecify.annotations.Nullable Json value) {
    if (value instanceof Json.Members members) {
      return members;
    }
    throw new IllegalArgumentException("not an object");
  }

  private static List<Json> items(Json.Members of, String name) {
    if (of.values().get(name) instanceof Json.Items items) {
      return items.values();
    }
    throw new IllegalArgumentException("no list " + name);
  }

  private static String text(Json.Members of, String name) {
    return of.text(name).orElseThrow(IllegalArgumentException::new);
  }

  private static int whole(Json.Members of, String name) {
    return of.whole(name).map(Math::toIntExact).orElseThrow(IllegalArgumentException::new);
  }
}
