// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.frame;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.meent.protocols.csv.CsvReader;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.RefusalException;
import org.meent.protocols.refusal.Where;

/**
 * A strict reader of CSV files whose columns are numbers: UTF-8, comma, header, RFC 4180 quotes. An
 * empty cell is a missing number. Refused: lines of another width, two columns of one name, {@code
 * NaN} and infinity written out, text in a column that also holds numbers. A column of text only is
 * kept aside: {@link #numeric(String)} refuses it, {@link #numericColumns()} does not list it.
 */
public final class NumericCsv {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
  private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?\\d*,\\d+");
  private static final Pattern NOT_FINITE =
      Pattern.compile("(?i)[+-]?(nan|inf|infinity|1\\.#inf|1\\.#ind|∞)");

  private final String source;
  private final Map<String, Column> columns;
  private final int[] lines;
  private final int rows;

  private NumericCsv(String source, Map<String, Column> columns, int[] lines) {
    this.source = source;
    this.columns = columns;
    this.lines = lines;
    this.rows = lines.length;
  }

  /** One column on its way in. */
  private static final class Column {
    private final boolean text;
    private double[] values = new double[1024];
    private final List<String> texts = new ArrayList<>();
    private final Words words = new Words();
    private long numbers;
    private long firstText;
    private boolean commas;

    Column(boolean text) {
      this.text = text;
    }

    void add(String cell, int row, Where where) {
      if (text) {
        texts.add(cell);
        return;
      }
      if (row >= values.length) {
        values = Arrays.copyOf(values, values.length * 2);
      }
      String trimmed = cell.strip();
      words.add(trimmed);
      if (trimmed.isEmpty()) {
        values[row] = Double.NaN;
      } else if (NUMBER.matcher(trimmed).matches()) {
        values[row] = Double.parseDouble(trimmed);
        numbers++;
        words.giveUp();
        if (Double.isInfinite(values[row])) {
          throw Refusal.badInput("models.frame.infinite", where).asException();
        }
      } else if (NOT_FINITE.matcher(trimmed).matches()) {
        throw Refusal.badInput("models.csv.not-a-number", where).asException();
      } else {
        values[row] = Double.NaN;
        commas |= firstText == 0 && DECIMAL_COMMA.matcher(trimmed).matches();
        firstText = firstText == 0 ? where.line() : firstText;
      }
    }
  }

  /**
   * Reads a file.
   *
   * @param textColumns columns to keep as text, such as ids, arms and clusters
   * @throws org.meent.protocols.refusal.RefusalException with file, line and column of the first
   *     fault
   */
  public static NumericCsv read(Path file, Set<String> textColumns) {
    String source = String.valueOf(file.getFileName());
    try (InputStream in = Files.newInputStream(file)) {
      CsvReader csv = new CsvReader(in, StandardCharsets.UTF_8, ',', Where.file(source));
      if (!next(csv)) {
        throw Refusal.badInput("models.csv.empty", Where.file(source)).asException();
      }
      List<String> header = IntStream.range(0, csv.fields()).mapToObj(csv::text).toList();
      demandCommas(header, source);
      Map<String, Column> columns = new LinkedHashMap<>();
      for (String name : header) {
        if (columns.put(name, new Column(textColumns.contains(name))) != null) {
          throw Refusal.badInput("models.csv.duplicate-column", Where.file(source).in(name), name)
              .asException();
        }
      }
      int[] starts = readRows(csv, header, columns, source);
      if (starts.length == 0) {
        throw Refusal.badInput("models.csv.empty", Where.file(source)).asException();
      }
      return new NumericCsv(source, columns, starts);
    } catch (IOException e) {
      throw Refusal.badInput("models.csv.unreadable", Where.file(source)).asException();
    }
  }

  /** One name that holds other separators is a file whose separator is not the comma. */
  private static void demandCommas(List<String> header, String source) {
    String first = header.getFirst();
    if (header.size() == 1 && (first.indexOf(';') >= 0 || first.indexOf('\t') >= 0)) {
      throw Refusal.badInput("models.csv.separator", Where.file(source).atLine(1)).asException();
    }
  }

  /** Goes to the next row that is not blank. */
  private static boolean next(CsvReader csv) throws IOException {
    boolean found = csv.next();
    while (found && csv.isBlank()) {
      found = csv.next();
    }
    return found;
  }

  /** The line where each row began. */
  private static int[] readRows(
      CsvReader csv, List<String> header, Map<String, Column> columns, String source)
      throws IOException {
    List<Column> inOrder = List.copyOf(columns.values());
    int[] starts = new int[1024];
    int row = 0;
    while (next(csv)) {
      starts = row < starts.length ? starts : Arrays.copyOf(starts, 2 * row);
      starts[row] = (int) csv.line();
      Where line = Where.file(source).atLine(csv.line());
      if (csv.fields() != header.size()) {
        throw Refusal.badInput("models.csv.ragged", line, header.size(), csv.fields())
            .asException();
      }
      for (int j = 0; j < csv.fields(); j++) {
        inOrder.get(j).add(csv.text(j), row, line.in(header.get(j)));
      }
      row++;
    }
    return Arrays.copyOf(starts, row);
  }

  /** The name of the file. */
  public String source() {
    return source;
  }

  /** Number of rows. */
  public int rows() {
    return rows;
  }

  /** The line of the file where a row begins; quoted line ends and blank lines count. */
  public int line(int row) {
    return lines[row];
  }

  /** All columns, in the order of the file. */
  public List<String> names() {
    return List.copyOf(columns.keySet());
  }

  /** Columns that hold at least one number; a mixed one is refused here. */
  public List<String> numericColumns() {
    List<String> names = new ArrayList<>();
    columns.forEach(
        (name, column) -> {
          if (!column.text && column.numbers > 0) {
            if (column.firstText > 0) {
              throw Refusal.badInput(
                      "models.csv.mixed", Where.file(source).atLine(column.firstText).in(name))
                  .asException();
            }
            names.add(name);
          }
        });
    return names;
  }

  /** Columns that hold text or nothing and were not asked for. */
  public List<String> asideColumns() {
    return columns.entrySet().stream()
        .filter(entry -> !entry.getValue().text && entry.getValue().numbers == 0)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** A column of numbers; an empty cell is {@code NaN}. */
  public double[] numeric(String name) {
    Column column = column(name);
    if (column.text) {
      return parsed(name, column.texts);
    }
    if (column.firstText > 0) {
      throw notNumeric(name, column.firstText, column.commas);
    }
    return Arrays.copyOf(column.values, rows);
  }

  /** A column that was kept as text, read as numbers after all. */
  private double[] parsed(String name, List<String> cells) {
    Column numbers = new Column(false);
    for (int row = 0; row < rows; row++) {
      numbers.add(cells.get(row), row, Where.file(source).atLine(lines[row]).in(name));
    }
    if (numbers.firstText > 0) {
      throw notNumeric(name, numbers.firstText, numbers.commas);
    }
    return Arrays.copyOf(numbers.values, rows);
  }

  private RefusalException notNumeric(String name, long line, boolean commas) {
    String code = commas ? "models.csv.decimal-comma" : "models.csv.not-numeric";
    return Refusal.badInput(code, Where.file(source).atLine(line).in(name)).asException();
  }

  /**
   * The words of a column that holds text only; an empty cell is the empty word. Empty if the
   * column holds numbers or more different words than anybody counts.
   */
  public Optional<List<String>> words(String name) {
    Column column = column(name);
    if (column.text) {
      return Optional.of(labels(name));
    }
    return column.firstText > 0 && !column.commas ? column.words.all() : Optional.empty();
  }

  /** A column of text without empty cells; it must have been named on reading. */
  public List<String> text(String name) {
    Column column = column(name);
    int empty = column.texts.indexOf("");
    if (empty >= 0) {
      throw Refusal.badInput(
              "models.csv.missing-value", Where.file(source).atLine(lines[empty]).in(name))
          .asException();
    }
    return List.copyOf(column.texts);
  }

  /** A column of text in which a cell may be empty; it must have been named on reading. */
  public List<String> cells(String name) {
    return List.copyOf(column(name).texts);
  }

  /** The same without blanks around the texts, so that each is a label. */
  public List<String> labels(String name) {
    return column(name).texts.stream().map(String::strip).toList();
  }

  /** A column of text as numbers; empty if a cell is not a number that is finite. */
  public Optional<double[]> numbers(String name) {
    List<String> cells = text(name);
    boolean all = cells.stream().allMatch(cell -> NUMBER.matcher(cell.strip()).matches());
    double[] numbers =
        all ? cells.stream().mapToDouble(Double::parseDouble).toArray() : new double[0];
    return all && Arrays.stream(numbers).allMatch(Double::isFinite)
        ? Optional.of(numbers)
        : Optional.empty();
  }

  /** The number that a cell holds, if it is one. */
  public static Optional<Double> number(String cell) {
    String trimmed = cell.strip();
    return NUMBER.matcher(trimmed).matches()
        ? Optional.of(Double.parseDouble(trimmed))
        : Optional.empty();
  }

  /** Refuses a name that is not there, and names the nearest ones. */
  public void demand(String name) {
    column(name);
  }

  private Column column(String name) {
    Column column = columns.get(name);
    if (column == null) {
      String nearest =
          columns.keySet().stream()
              .sorted(Comparator.comparingInt((String n) -> distance(n, name)))
              .limit(3)
              .reduce((a, b) -> a + ", " + b)
              .orElse("-");
      throw Refusal.badInput(
              "models.csv.missing-column", Where.file(source).in(name), name, nearest)
          .asException();
    }
    return column;
  }

  /** Number of single-letter changes between two names. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }

  /** Different texts of a column, sorted: numbers by value, then others by letters. */
  public static List<String> sortedLabels(List<String> labels) {
    return new HashSet<>(labels)
        .stream()
            .sorted(
                Comparator.comparingDouble(
                        (String s) ->
                            NUMBER.matcher(s).matches()
                                ? Double.parseDouble(s)
                                : Double.POSITIVE_INFINITY)
                    .thenComparing(Comparator.naturalOrder()))
            .toList();
  }
}
