// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/**
 * Which columns are compared, and as what.
 *
 * @param guesses what every column was taken for; empty if the user said
 * @param fields the compared columns
 */
record FieldChoice(List<FieldGuess> guesses, List<FieldSpec> fields) {

  /** Whether the values of a column may be needed; the others are not read. */
  static boolean reads(LinkageJob job, String column) {
    if (job.asks().subgroups().contains(column)) {
      return true;
    }
    return job.fields().isEmpty()
        ? !KindGuesser.isIdentifier(column)
        : job.fields().stream()
            .anyMatch(field -> field.column().equals(column) && field.kind() != FieldKind.IGNORE);
  }

  static FieldChoice of(LinkageJob job, List<CsvTable> tables, Workers workers) {
    FieldChoice choice =
        job.fields().isEmpty()
            ? guess(job, tables, workers)
            : new FieldChoice(List.of(), given(job, tables));
    if (choice.fields().isEmpty()) {
      throw Refusal.badInput("linkage.match.no-fields", Where.file(tables.getFirst().file()))
          .asException();
    }
    return choice;
  }

  private static List<FieldSpec> given(LinkageJob job, List<CsvTable> tables) {
    for (FieldSpec spec : job.fields()) {
      for (CsvTable table : tables) {
        if (!table.header().contains(spec.column()) || spec.column().equals(job.idColumn())) {
          throw Refusal.badInput(
                  "linkage.match.no-column",
                  Where.file(table.file()).in(spec.column()),
                  String.join(", ", table.header()))
              .asException();
        }
      }
    }
    List<FieldSpec> used =
        job.fields().stream().filter(spec -> spec.kind() != FieldKind.IGNORE).toList();
    if (used.size() > LinkageFields.MAX_FIELDS) {
      throw Refusal.badInput(
              "linkage.match.too-many-fields",
              Where.field("--fields"),
              LinkageFields.MAX_FIELDS,
              used.size())
          .asException();
    }
    return used;
  }

  private static FieldChoice guess(LinkageJob job, List<CsvTable> tables, Workers workers) {
    List<String> columns =
        tables.getFirst().header().stream().filter(c -> !c.equals(job.idColumn())).toList();
    List<FieldGuess> guesses = new ArrayList<>();
    List<FieldSpec> fields = new ArrayList<>();
    List<FieldGuess> first = workers.map(columns.size(), c -> guess(columns.get(c), tables));
    for (FieldGuess guess : first) {
      if (guess.kind() != FieldKind.IGNORE && fields.size() == LinkageFields.MAX_FIELDS) {
        guesses.add(
            new FieldGuess(guess.column(), FieldKind.IGNORE, "more fields than can be compared"));
        continue;
      }
      guesses.add(guess);
      if (guess.kind() != FieldKind.IGNORE) {
        fields.add(new FieldSpec(guess.column(), guess.kind()));
      }
    }
    return new FieldChoice(guesses, fields);
  }

  private static FieldGuess guess(String column, List<CsvTable> tables) {
    if (!tables.getLast().header().contains(column)) {
      return new FieldGuess(column, FieldKind.IGNORE, "not in both files");
    }
    return KindGuesser.guess(
        column,
        column(tables.getFirst(), column),
        tables.size() == 1 ? null : column(tables.getLast(), column));
  }

  private static CsvTable.CsvColumn column(CsvTable table, String name) {
    return table.columns().get(table.header().indexOf(name));
  }

  /** Whether the fields are encodings; they are not mixed with values in clear. */
  boolean isEncoded() {
    return fields.stream().anyMatch(field -> field.kind() == FieldKind.ENCODING);
  }

  /** The chosen columns as codes. */
  List<FieldColumn> columns(List<CsvTable> tables, Workers workers) {
    return workers.map(
        fields.size(),
        f -> {
          String name = fields.get(f).column();
          CsvTable.@Nullable CsvColumn right =
              tables.size() == 1 ? null : column(tables.getLast(), name);
          return FieldColumn.of(name, fields.get(f).kind(), column(tables.getFirst(), name), right);
        });
  }
}
