// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/**
 * Reads comma-separated UTF-8 (or with another separator) with a header, quotes as in RFC 4180,
 * strictly.
 */
public final class CsvReader {

  /** Receives one row; the list is reused. */
  public interface Row {
    /** Takes the fields of a line, counted from 1. */
    void accept(long line, List<String> fields);
  }

  private final String name;
  private final BufferedReader in;
  private final char separator;
  private long line;

  private CsvReader(String name, BufferedReader in, char separator) {
    this.name = name;
    this.in = in;
    this.separator = separator;
  }

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

  /** Reads the header, then every row. */
  public static void read(Path file, String name, Consumer<List<String>> header, Row row) {
    read(file, name, ',', header, row);
  }

  /** Reads the header, then every row, of a file with another separator. */
  public static void read(
      Path file, String name, char separator, Consumer<List<String>> header, Row row) {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                Files.newInputStream(file),
                StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)),
            1 << 16)) {
      new CsvReader(name, in, separator).rows(header, row);
    } catch (NoSuchFileException e) {
      throw Refusal.badInput("disclosure.csv.missing", Where.file(name)).asException();
    } catch (CharacterCodingException e) {
      throw Refusal.badInput("disclosure.csv.charset", Where.file(name)).asException();
    } catch (IOException e) {
      throw Refusal.environment("disclosure.csv.unreadable", Where.file(name)).asException();
    }
  }

  private void rows(Consumer<List<String>> header, Row row) throws IOException {
    List<String> fields = new ArrayList<>();
    if (!next(fields)) {
      throw Refusal.badInput("disclosure.csv.empty", Where.file(name)).asException();
    }
    if (fields.getFirst().startsWith("\uFEFF")) {
      fields.set(0, fields.getFirst().substring(1));
    }
    int width = fields.size();
    header.accept(List.copyOf(fields));
    while (true) {
      long at = line + 1;
      if (!next(fields)) {
        return;
      }
      if (fields.size() != width) {
        throw Refusal.badInput(
                "disclosure.csv.ragged", Where.file(name).atLine(at), width, fields.size())
            .asException();
      }
      row.accept(at, fields);
    }
  }

  private boolean next(List<String> fields) throws IOException {
    fields.clear();
    String text = in.readLine();
    if (text == null) {
      return false;
    }
    line++;
    int at = 0;
    while (true) {
      if (at < text.length() && text.charAt(at) == '"') {
        StringBuilder field = new StringBuilder();
        at++;
        while (true) {
          int close = text.indexOf('"', at);
          if (close < 0) {
            field.append(text, at, text.length()).append('\n');
            text = in.readLine();
            if (text == null) {
              throw Refusal.badInput("disclosure.csv.quote", Where.file(name).atLine(line))
                  .asException();
            }
            line++;
            at = 0;
          } else if (close + 1 < text.length() && text.charAt(close + 1) == '"') {
            field.append(text, at, close + 1);
            at = close + 2;
          } else {
            field.append(text, at, close);
            at = close + 1;
            break;
          }
        }
        fields.add(field.toString());
        if (at < text.length() && text.charAt(at) != separator) {
          throw Refusal.badInput("disclosure.csv.quote", Where.file(name).atLine(line))
              .asException();
        }
      } else {
        int comma = text.indexOf(separator, at);
        int end = comma < 0 ? text.length() : comma;
        fields.add(text.substring(at, end));
        at = end;
      }
      if (at >= text.length()) {
        return true;
      }
      at++;
      if (at == text.length()) {
        fields.add("");
        return true;
      }
    }
  }
}
