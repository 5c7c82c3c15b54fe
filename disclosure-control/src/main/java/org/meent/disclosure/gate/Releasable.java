// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.gate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.meent.disclosure.report.Block;
import org.meent.ethics.Waiver;

/**
 * What may leave of one output, and nothing else: text, rounded by the rule set, with one mark for
 * whatever was left out. Only the gate makes one; whoever writes what leaves accepts nothing else.
 */
public final class Releasable {
  /**
   * Stands for every figure that was left out, whatever the reason. An empty cell means that there
   * can be no figure.
   */
  public static final String MARK = ".";

  private final String id;
  private final Kind kind;
  private final String title;
  private final String population;
  private final List<Block.Column> columns;
  private final List<List<String>> rows;
  private final List<Waiver> waivers;

  Releasable(
      String id,
      Kind kind,
      String title,
      String population,
      List<Block.Column> columns,
      List<List<String>> rows) {
    this(id, kind, title, population, columns, rows, List.of());
  }

  private Releasable(
      String id,
      Kind kind,
      String title,
      String population,
      List<Block.Column> columns,
      List<List<String>> rows,
      List<Waiver> waivers) {
    this.id = id;
    this.kind = kind;
    this.title = title;
    this.population = population;
    this.columns = List.copyOf(columns);
    this.rows = rows.stream().map(List::copyOf).toList();
    this.waivers = List.copyOf(waivers);
    if (this.rows.stream().anyMatch(row -> row.size() != this.columns.size())) {
      throw new IllegalArgumentException("a row has not as many cells as there are columns");
    }
  }

  /** The same with what two checkers set aside. */
  Releasable with(List<Waiver> agreed) {
    return new Releasable(id, kind, title, population, columns, rows, agreed);
  }

  /** Which kind of output it was. */
  public enum Kind {
    /** Columns: the two variables, then the count. */
    FREQUENCY_TABLE,
    /** Columns: the two variables, then mean and units. */
    MAGNITUDE_TABLE,
    /**
     * Columns: method, estimand, arm, reference, group, estimate, standard_error, lower, upper,
     * treated, controls, refused_by; then what a declared family says, if there is one.
     */
    ESTIMATE_TABLE,
    /** Columns: track, number, step, part, reason, then the count. */
    FLOW,
    /** Columns: group, point, the value, units. */
    POSITIONS,
    /** Columns: from, to, units, then a mean for each measure. */
    BINS,
    /** Columns: the code, description, units, units of each arm, a mean for each measure. */
    SEGMENTS,
    /** Columns: group, time, at_risk, survival. */
    SURVIVAL,
    /**
     * Columns: curve (an arm, {@code difference}, or {@code … gained}), exit, time, at_risk, value,
     * band_lower, band_upper.
     */
    INCIDENCE,
    /** Columns: among, ratio, group, reference, value, units_group, units_reference. */
    RATIOS,
    /** Columns: group, statistic, of, value, p_value, units. */
    STATISTICS,
    /** Columns: group, index, value, units. */
    CONCENTRATIONS,
    /**
     * Columns: term, coefficient, standard_error, units; the last rows hold the degrees of freedom
     * and R squared.
     */
    REGRESSION,
    /** Columns: covariate, importance. */
    FOREST,
    /** Columns: language, part, item, text; all of them words. */
    CARD
  }

  /** Id of the output in the protocol. */
  public String id() {
    return id;
  }

  /** Which kind of output it was. */
  public Kind kind() {
    return kind;
  }

  /** What it shows. */
  public String title() {
    return title;
  }

  /** Whom it speaks of, in one line. */
  public String population() {
    return population;
  }

  /** Column headings; every row of the table has a cell for each. */
  public List<Block.Column> columns() {
    return columns;
  }

  /** The cells as text: decimal point, no thousands separator, {@link #MARK} where left out. */
  public List<List<String>> rows() {
    return rows;
  }

  /** The table as a block of a report. */
  public Block.Table table() {
    return new Block.Table(title + ". " + population, columns, rows);
  }

  /**
   * The figure in a cell, to draw it; empty where it was left out or there is none.
   *
   * @throws IndexOutOfBoundsException if there is no such cell
   * @throws IllegalArgumentException if the column holds no figures
   */
  public OptionalDouble figure(int row, int column) {
    if (!columns.get(column).numeric()) {
      throw new IllegalArgumentException("column " + columns.get(column).heading() + " is text");
    }
    String text = rows.get(row).get(column);
    return text.isEmpty() || text.equals(MARK)
        ? OptionalDouble.empty()
        : OptionalDouble.of(Double.parseDouble(text));
  }

  /** The soft findings that two checkers set aside; they travel with it. */
  public List<Waiver> waivers() {
    return waivers;
  }

  /** SHA-256 of {@link #csv()}, 64 hex digits. */
  public String digest() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(csv()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The canonical bytes: CSV in UTF-8 with comma, header, line feed and quotes where needed. */
  public byte[] csv() {
    StringBuilder csv = new StringBuilder();
    line(csv, columns.stream().map(Block.Column::heading).toList());
    rows.forEach(row -> line(csv, row));
    return csv.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void line(StringBuilder csv, List<String> cells) {
    csv.append(cells.stream().map(Releasable::quoted).collect(Collectors.joining(",")))
        .append('\n');
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }

  /** The shape. */
  @Override
  public String toString() {
    return "Releasable[" + id + ", " + rows.size() + " x " + columns.size() + "]";
  }
}
