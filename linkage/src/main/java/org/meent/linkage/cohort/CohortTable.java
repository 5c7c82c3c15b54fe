// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.cohort;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.meent.linkage.format.BatchReader;
import org.meent.linkage.format.Code;
import org.meent.linkage.format.Column;
import org.meent.linkage.format.ColumnBatch;
import org.meent.linkage.format.Missing;
import org.meent.linkage.format.MissingCodes;
import org.meent.linkage.format.Schema;
import org.meent.linkage.format.TableSource;
import org.meent.linkage.format.ValueLabel;
import org.meent.linkage.format.ValueType;
import org.meent.linkage.format.bytes.Projection;
import org.meent.protocols.CohortPlan;

/**
 * A cohort as a table with labels, for Stata, SPSS and R: number of the person, index date, arm (0
 * is the reference), whether each arm with conditions was open, the columns of the cohort, and what
 * the row counts for where rows were given up. Names are made of letters, digits and underscores,
 * at most 32 of them, as all three allow.
 */
public final class CohortTable implements TableSource {
  /** Number of the person; it means nothing outside the file. */
  public static final String PERSON = "person";

  /** Index date of the row. */
  public static final String INDEX = "index_date";

  private static final int LONGEST = 32;
  private static final int CAPACITY = 4096;

  private final Cohort cohort;
  private final List<String> arms;
  private final Map<String, String> names = new HashMap<>();
  private final List<Column> columns = new ArrayList<>();
  private final List<Values> values = new ArrayList<>();

  private interface Values {
    void put(int unit, ColumnBatch batch, int column);
  }

  /** A table of a cohort, with the labels of its plan. */
  public CohortTable(Cohort cohort, CohortPlan plan) {
    this.cohort = cohort;
    this.arms = arms(plan);
    number(PERSON, "number of the person, without meaning", u -> cohort.units().person(u));
    add(
        Column.of(name(INDEX), ValueType.DATE).labelled("index date"),
        number(u -> cohort.units().index(u).toEpochDay()));
    List<ValueLabel> labels = new ArrayList<>();
    for (int i = 0; i < arms.size(); i++) {
      labels.add(new ValueLabel(new Code.Number(i), arms.get(i)));
    }
    add(
        Column.of(name(CohortAssembly.ARM), ValueType.NUMBER)
            .labelled("arm")
            .coded(labels, MissingCodes.NONE),
        number(u -> arms.indexOf(cohort.arms().get(u))));
    for (String arm : new TreeSet<>(plan.treatment().eligible().keySet())) {
      number(
          openTo(arm),
          "whether " + arm + " was open",
          u -> cohort.closed().get(u).contains(arm) ? 0 : 1);
    }
    cohort.columns().forEach((name, column) -> add(name, plan.label(name), column));
    if (!cohort.weights().isEmpty()) {
      number(CohortAssembly.WEIGHT, "what the row counts for", cohort::weight);
    }
  }

  /** The arms in the order of their codes, the reference first. */
  public static List<String> arms(CohortPlan plan) {
    List<String> arms = new ArrayList<>(plan.treatment().arms().sequencedKeySet());
    arms.remove(plan.treatment().reference());
    arms.addFirst(plan.treatment().reference());
    return List.copyOf(arms);
  }

  /** The name under which a column of the cohort stands in the table. */
  public String nameOf(String column) {
    String name = names.get(column);
    if (name == null) {
      throw new IllegalArgumentException("the table has no column " + column);
    }
    return name;
  }

  /** The column that says whether an arm was open; an arm without conditions has none. */
  public static String openTo(String arm) {
    return "open_" + arm;
  }

  private void add(String name, String label, Cohort.Column column) {
    switch (column) {
      case Cohort.Codes codes ->
          add(
              Column.text(name(name), 1).labelled(label),
              (u, batch, c) -> batch.texts(c).append(codes.values().get(u)));
      case Cohort.Numbers numbers ->
          number(name, label, u -> numbers.isMissing(u) ? Missing.SYSTEM : numbers.value(u));
    }
  }

  private void number(String name, String label, java.util.function.IntToDoubleFunction value) {
    add(Column.of(name(name), ValueType.NUMBER).labelled(label), number(value));
  }

  private static Values number(java.util.function.IntToDoubleFunction value) {
    return (u, batch, c) -> batch.numbers(c)[batch.rows()] = value.applyAsDouble(u);
  }

  private void add(Column column, Values taken) {
    columns.add(column);
    values.add(taken);
  }

  /** A name that all targets take, and that no other column has. */
  private String name(String column) {
    String plain = column.replaceAll("[^A-Za-z0-9_]", "_");
    String name = plain.substring(0, Math.min(LONGEST, plain.length()));
    for (int i = 2; taken(name); i++) {
      String number = "_" + i;
      name = plain.substring(0, Math.min(LONGEST - number.length(), plain.length())) + number;
    }
    names.put(column, name);
    return name;
  }

  private boolean taken(String name) {
    return columns.stream()
        .anyMatch(
            column -> column.name().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)));
  }

  @Override
  public Schema schema() {
    Schema schema = Schema.of(columns);
    return new Schema(
        schema.format(), "", schema.charset(), cohort.rows(), schema.columns(), List.of());
  }

  @Override
  public BatchReader read(List<String> wanted) {
    int[] places = Projection.of(schema(), wanted, Path.of("cohort"));
    List<Column> chosen = java.util.Arrays.stream(places).mapToObj(columns::get).toList();
    ColumnBatch batch = new ColumnBatch(chosen, CAPACITY);
    return new BatchReader() {
      private int unit;

      @Override
      public @Nullable ColumnBatch next() {
        batch.clear();
        for (; unit < cohort.rows() && batch.rows() < CAPACITY; unit++) {
          for (int c = 0; c < places.length; c++) {
            values.get(places[c]).put(unit, batch, c);
          }
          batch.rows(batch.rows() + 1);
        }
        return batch.rows() == 0 ? null : batch;
      }

      @Override
      public void close() {}
    };
  }
}
