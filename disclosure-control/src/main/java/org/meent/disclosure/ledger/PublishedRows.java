// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.meent.disclosure.table.CsvFile;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.RefusalException;
import org.meent.protocols.refusal.Where;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rows of a published file: CSV with commas or semicolons, or the JSON of an OData service,
 * whose rows are the objects of {@code value}. Spaces around codes are taken off.
 *
 * @param file name of the file
 * @param columns names of the columns
 * @param rows fields of each row
 * @param firstLine line of the first row; 0 where lines mean nothing
 */
record PublishedRows(String file, List<String> columns, List<List<String>> rows, long firstLine) {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  /** The place of a column. */
  int place(String column) {
    int at = columns.indexOf(column);
    if (at < 0) {
      throw Refusal.badInput("disclosure.csv.no-column", Where.file(file).atLine(1), column)
          .asException();
    }
    return at;
  }

  static PublishedRows read(Path path) {
    String name = String.valueOf(path.getFileName());
    return name.endsWith(".json") ? json(path, name) : csv(path, name);
  }

  private static PublishedRows csv(Path path, String name) {
    if (!Files.exists(path)) {
      throw missing(name);
    }
    List<String> columns = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>();
    CsvFile.read(
        path,
        name,
        CsvFile.separator(path, name),
        columns::addAll,
        (line, fields) -> rows.add(fields.stream().map(String::strip).toList()));
    return new PublishedRows(name, columns, rows, 2);
  }

  private static PublishedRows json(Path path, String name) {
    JsonNode values;
    try {
      values = MAPPER.readTree(Files.readString(path, StandardCharsets.UTF_8)).path("value");
    } catch (NoSuchFileException e) {
      throw missing(name);
    } catch (IOException | JacksonException e) {
      throw Refusal.badInput("disclosure.ledger.odata", Where.file(name)).asException();
    }
    if (!values.isArray() || values.isEmpty() || !values.get(0).isObject()) {
      throw Refusal.badInput("disclosure.ledger.odata", Where.file(name)).asException();
    }
    List<String> columns = List.copyOf(values.get(0).propertyNames());
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode value : values) {
      rows.add(columns.stream().map(column -> text(value.path(column))).toList());
    }
    return new PublishedRows(name, columns, rows, 0);
  }

  private static RefusalException missing(String name) {
    return Refusal.badInput("disclosure.ledger.missing", Where.file(name)).asException();
  }

  private static String text(JsonNode field) {
    return field.isString()
        ? field.stringValue().strip()
        : field.isNumber() ? field.decimalValue().stripTrailingZeros().toPlainString() : "";
  }
}
