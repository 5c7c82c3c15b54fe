// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meent.protocols.refusal.RefusalException;
import org.meent.protocols.refusal.Where;

/** The reader against a writer of RFC 4180, and what it refuses, with the line. */
final class CsvReaderTest {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private static CsvReader reader(byte[] bytes, Charset charset) throws IOException {
    return new CsvReader(new ByteArrayInputStream(bytes), charset, ';', Where.file("f.csv"));
  }

  private static List<List<String>> rows(String text, Charset charset) throws IOException {
    CsvReader csv = reader(text.getBytes(charset), charset);
    List<List<String>> rows = new ArrayList<>();
    while (csv.next()) {
      rows.add(IntStream.range(0, csv.fields()).mapToObj(csv::text).toList());
      for (int i = 0; i < csv.fields(); i++) {
        assertThat(csv.cell(i, new CsvCell())).hasToString(csv.text(i));
      }
    }
    return rows;
  }

  private static List<List<String>> drawn(SplittableRandom random, String alphabet) {
    List<List<String>> rows = new ArrayList<>();
    for (int r = random.nextInt(1, 40); r > 0; r--) {
      List<String> row = new ArrayList<>();
      for (int f = random.nextInt(1, 5); f > 0; f--) {
        StringBuilder field = new StringBuilder();
        int length = random.nextInt(20) == 0 ? 40_000 : random.nextInt(6);
        for (int i = 0; i < length; i++) {
          field.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        row.add(field.toString());
      }
      rows.add(row);
    }
    rows.add(List.of("the", "end"));
    return rows;
  }

  private static String written(List<List<String>> rows, String lineEnd, SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      List<String> fields =
          row.stream()
              .map(
                  field ->
                      random.nextInt(3) == 0 || field.matches("(?s).*[;\"\n].*")
                          ? '"' + field.replace("\"", "\"\"").replace("\n", lineEnd) + '"'
                          : field)
              .toList();
      text.append(String.join(";", fields)).append(lineEnd);
    }
    return text.toString();
  }

  /** What was drawn is what is read, whichever line ends, quotes and character set it is in. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void readsWhatWasWritten(int seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    List<List<String>> rows = drawn(random, "ab ,;\"\né");
    for (String lineEnd : List.of("\n", "\r\n")) {
      String text = written(rows, lineEnd, random);
      assertThat(rows(text, StandardCharsets.UTF_8)).isEqualTo(rows);
      assertThat(rows("\uFEFF" + text, StandardCharsets.UTF_8)).isEqualTo(rows);
      assertThat(rows(text, WINDOWS)).isEqualTo(rows);
      assertThat(rows(text.substring(0, text.length() - lineEnd.length()), WINDOWS))
          .isEqualTo(rows);
    }
  }

  @Test
  void countsLinesAlsoInsideQuotes() throws IOException {
    CsvReader csv = reader("a\n\"b\nc\"\n \n\"\"\nd".getBytes(WINDOWS), WINDOWS);
    List<String> seen = new ArrayList<>();
    while (csv.next()) {
      seen.add(csv.line() + (csv.isBlank() ? " blank" : ""));
    }
    assertThat(seen).containsExactly("1", "2", "4 blank", "5", "6");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a;b~c"d;e    | protocols.csv.quote      | 2
          a;b~"c"d;e   | protocols.csv.quote      | 2
          a;b~"c~d     | protocols.csv.open-quote | 3
          a;b~c^d      | protocols.csv.line-end   | 2
          a;b~c;d^     | protocols.csv.line-end   | 2
          a;b~c;d@     | protocols.csv.nul        | 2
          """)
  void refusesWithTheLine(String text, String code, long line) {
    refused(text.replace('~', '\n').replace('^', '\r').replace('@', '\0'), code, line);
  }

  @Test
  void refusesRowsWithoutEnd() {
    refused("a\n" + "x".repeat(CsvReader.MAX_ROW + 1), "protocols.csv.long-row", 2);
    refused("a\n" + ";".repeat(CsvReader.MAX_FIELDS), "protocols.csv.wide-row", 2);
  }

  @Test
  void refusesBytesOutsideTheCharacterSet() {
    byte[] bytes = "a;b\nc;\u00e9\n".getBytes(WINDOWS);
    assertThatThrownBy(() -> readAll(bytes))
        .isInstanceOfSatisfying(
            RefusalException.class,
            e -> {
              assertThat(e.refusals().getFirst().code()).isEqualTo("protocols.csv.charset");
              assertThat(e.refusals().getFirst().where().line()).isEqualTo(2);
            });
  }

  /** A disk that fails is not a fault of the text. */
  @Test
  void aFileThatCannotBeReadIsNoRefusal() throws IOException {
    InputStream broken =
        new InputStream() {
          private int left = 3;

          @Override
          public int read() throws IOException {
            if (left-- == 0) {
              throw new IOException("broken");
            }
            return 'a';
          }
        };
    CsvReader csv = new CsvReader(broken, StandardCharsets.UTF_8, ';', Where.file("f.csv"));
    assertThatThrownBy(csv::next).isInstanceOf(IOException.class);
  }

  private static void refused(String text, String code, long line) {
    assertThatThrownBy(() -> readAll(text.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOfSatisfying(
            RefusalException.class,
            e -> {
              assertThat(e.refusals().getFirst().code()).isEqualTo(code);
              assertThat(e.refusals().getFirst().where().line()).isEqualTo(line);
            });
  }

  private static void readAll(byte[] bytes) throws IOException {
    CsvReader csv = reader(bytes, StandardCharsets.UTF_8);
    while (csv.next()) {
      assertThat(csv.fields()).isPositive();
    }
  }
}
