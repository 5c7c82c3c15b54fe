// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.meent.protocols.csv.CsvReader;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/** A file of comma-separated UTF-8 (or with another separator): a header, then rows as wide. */
public final class CsvFile {

  /** Receives one row; the list is reused. */
  public interface Row {
    /** Takes the fields of a line, counted from 1. */
    void accept(long line, List<String> fields);
  }

  private CsvFile() {}

  /**
   * A file that a specification names.
   *
   * @throws org.meent.protocols.refusal.RefusalException if it is not there
   */
  static Path named(Path folder, String name) {
    Path file = folder.resolve(name);
    if (!Files.exists(file)) {
      throw Refusal.badInput("disclosure.csv.not-beside", Where.file(name)).asException();
    }
    return file;
  }

  /** A semicolon if the first line has more of them than commas, as European programs write. */
  public static char separator(Path file, String name) {
    // Separators are the same byte in UTF-8, and what is not UTF-8 is refused on reading.
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
      String first = Objects.requireNonNullElse(in.readLine(), "");
      return count(first, ';') > count(first, ',') ? ';' : ',';
    } catch (NoSuchFileException e) {
      throw Refusal.badInput("disclosure.csv.missing", Where.file(name)).asException();
    } catch (IOException e) {
      throw Refusal.environment("disclosure.csv.unreadable", Where.file(name)).asException();
    }
  }

  private static long count(String line, char wanted) {
    return line.chars().filter(c -> c == wanted).count();
  }

  /** Reads the header, then every row. */
  public static void read(Path file, String name, Consumer<List<String>> header, Row row) {
    read(file, name, ',', header, row);
  }

  /** Reads the header, then every row, of a file with another separator. */
  public static void read(
      Path file, String name, char separator, Consumer<List<String>> header, Row row) {
    Where where = Where.file(name);
    try (InputStream in = Files.newInputStream(file)) {
      rows(new CsvReader(in, StandardCharsets.UTF_8, separator, where), where, header, row);
    } catch (NoSuchFileException e) {
      throw Refusal.badInput("disclosure.csv.missing", where).asException();
    } catch (IOException e) {
      throw Refusal.environment("disclosure.csv.unreadable", where).asException();
    }
  }

  private static void rows(CsvReader csv, Where where, Consumer<List<String>> header, Row row)
      throws IOException {
    if (!csv.next()) {
      throw Refusal.badInput("disclosure.csv.empty", where).asException();
    }
    List<String> fields = new ArrayList<>();
    fill(fields, csv);
    int width = fields.size();
    header.accept(List.copyOf(fields));
    while (csv.next()) {
      if (csv.fields() != width) {
        throw Refusal.badInput(
                "disclosure.csv.ragged", where.atLine(csv.line()), width, csv.fields())
            .asException();
      }
      fill(fields, csv);
      row.accept(csv.line(), fields);
    }
  }

  private static void fill(List<String> fields, CsvReader csv) {
    fields.clear();
    for (int i = 0; i < csv.fields(); i++) {
      fields.add(csv.text(i));
    }
  }
}
