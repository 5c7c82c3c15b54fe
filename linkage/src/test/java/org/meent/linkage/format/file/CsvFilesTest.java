// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meent.linkage.format.BatchReader;
import org.meent.linkage.format.Column;
import org.meent.linkage.format.ColumnBatch;
import org.meent.linkage.format.TableSource;
import org.meent.linkage.format.ValueType;
import org.meent.linkage.format.csv.CsvOptions;
import org.meent.protocols.refusal.RefusalException;

/** Comma- and semicolon-separated files. */
class CsvFilesTest {
  private static final String MARK = "\ufeff";

  @TempDir Path folder;

  @Test
  void aDutchDeliveryKeepsItsLeadingZeros() throws IOException {
    String text =
        MARK
            + "RINPERSOON;BEDRAG;DATUM;LEEG;UREN\r\n"
            + "000000012;1,50;2024-02-29;;40\r\n"
            + "123456789;-3;;;7\r\n";
    TableSource source = DataFile.open(write(text, StandardCharsets.UTF_8));
    assertThat(source.schema().rows()).isEqualTo(2);
    assertThat(source.schema().columns())
        .extracting(Column::type)
        .containsExactly(
            ValueType.TEXT, ValueType.NUMBER, ValueType.DATE, ValueType.TEXT, ValueType.NUMBER);
    assertThat(rows(source))
        .containsExactly(
            List.of("000000012", "1.5", "19782.0", "", "40.0"),
            List.of("123456789", "-3.0", "NaN", "", "7.0"));
  }

  @ParameterizedTest
  @CsvSource({
    "007,TEXT", "-7,NUMBER", "1e5,TEXT", "1e+05,NUMBER", "1234567890123456,TEXT", "0,NUMBER",
    "0.5,NUMBER", ".5,NUMBER", "5.,TEXT", "+5,TEXT", "2023-02-29,TEXT", "2024-02-29,DATE",
    "2024-02-29T10:00:00,DATETIME", "----,TEXT", "00,TEXT", "-,TEXT"
  })
  void codesStayTextAndNumbersBecomeNumbers(String value, ValueType type) throws IOException {
    TableSource source = DataFile.open(write("a\n" + value + "\n", StandardCharsets.UTF_8));
    assertThat(source.schema().columns().getFirst().type()).isEqualTo(type);
  }

  @Test
  void pointsBesideCommasStayText() throws IOException {
    TableSource source =
        DataFile.open(write("a;b\n1,5;1.234\n2,5;5.678\n", StandardCharsets.UTF_8));
    assertThat(source.schema().columns().get(1).type()).isEqualTo(ValueType.TEXT);
    assertThat(source.schema().notes()).hasSize(1);
  }

  @Test
  void anotherCharacterSetIsSaidAndNeverGuessed() throws IOException {
    Path file = write("naam,x\ncaf\u00e9,1\n", Charset.forName("windows-1252"));
    assertThatThrownBy(() -> DataFile.open(file))
        .isInstanceOf(RefusalException.class)
        .hasMessageContaining("line 2")
        .hasMessageNotContaining("caf");
    CsvOptions options = CsvOptions.withDefaults().withCharset(Charset.forName("windows-1252"));
    assertThat(rows(DataFile.open(file, options)).getFirst().getFirst()).isEqualTo("caf\u00e9");
    CsvOptions text = options.withText(Set.of("x"));
    assertThat(DataFile.open(file, text).schema().columns().get(1).type())
        .isEqualTo(ValueType.TEXT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a,b\\n1,2\\n3\\n|linkage.csv.ragged|3", "a,b\\n1,2,3\\n|linkage.csv.ragged|2",
        "a,b\\n1,2\\n\\n3,4\\n|linkage.csv.ragged|3", "a,b\\n\"x,2\\n|linkage.csv.quote|2",
        "a,b\\nx\"y,2\\n|linkage.csv.quote|2", "a,\\n1,2\\n|linkage.csv.header|1"
      })
  void badRowsAreRefusedWithTheirNumber(String text, String code, long line) throws IOException {
    Path file = write(text.replace("\\n", "\n"), StandardCharsets.UTF_8);
    assertThatThrownBy(() -> DataFile.open(file))
        .isInstanceOfSatisfying(
            RefusalException.class,
            e -> {
              assertThat(e.refusals().getFirst().code()).isEqualTo(code);
              assertThat(e.refusals().getFirst().where().line()).isEqualTo(line);
            });
  }

  /** Random texts with every awkward character come back as they were (own writer, own reader). */
  @Test
  void awkwardTextsComeBack() throws IOException {
    SplittableRandom random = new SplittableRandom(4);
    String awkward = "a,\";\n\r é€\t";
    List<List<String>> rows = new ArrayList<>();
    StringBuilder csv = new StringBuilder("x,y\n");
    for (int r = 0; r < 500; r++) {
      List<String> row = new ArrayList<>();
      for (int c = 0; c < 2; c++) {
        StringBuilder value = new StringBuilder("t");
        for (int i = random.nextInt(6); i > 0; i--) {
          value.append(awkward.charAt(random.nextInt(awkward.length())));
        }
        row.add(value.toString());
      }
      rows.add(row);
      csv.append(quoted(row.get(0))).append(',').append(quoted(row.get(1))).append('\n');
    }
    Path file = write(csv.toString(), StandardCharsets.UTF_8);
    assertThat(rows(DataFile.open(file))).isEqualTo(rows);
    Path copy = folder.resolve("copy.csv");
    Conversion.convert(file, copy, List.of());
    assertThat(rows(DataFile.open(copy))).isEqualTo(rows);
  }

  private static String quoted(String value) {
    return '"' + value.replace("\"", "\"\"") + '"';
  }

  private Path write(String text, Charset charset) throws IOException {
    return Files.write(folder.resolve("in.csv"), text.getBytes(charset));
  }

  static List<List<String>> rows(TableSource source) {
    List<List<String>> rows = new ArrayList<>();
    List<String> names = source.schema().columns().stream().map(Column::name).toList();
    try (BatchReader reader = source.read(names)) {
      for (ColumnBatch batch = reader.next(); batch != null; batch = reader.next()) {
        for (int r = 0; r < batch.rows(); r++) {
          List<String> row = new ArrayList<>();
          for (int c = 0; c < names.size(); c++) {
            boolean text = batch.columns().get(c).type().isText();
            row.add(text ? batch.texts(c).text(r) : Double.toString(batch.numbers(c)[r]));
          }
          rows.add(row);
        }
      }
    }
    return rows;
  }
}
