// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.duckdb.DuckDBDriver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meent.linkage.format.Column;
import org.meent.linkage.format.Loss;
import org.meent.linkage.format.Schema;
import org.meent.linkage.format.ValueType;
import org.meent.protocols.refusal.RefusalException;

/** Parquet: what goes in comes out, labels included; what another program made is read too. */
class ParquetFilesTest {
  @TempDir Path folder;

  /** By way of Parquet a file comes back as it was, but for the letters of tagged missings. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "haven_labelled-num-na.sav",
        "haven_tagged-na-double.dta",
        "haven_types.dta",
        "pyreadstat_sample.sas7bdat",
        "pyreadstat_sample_missing.sav",
        "spssreader_longstringvaluerecord.sav",
        "spssreader_testdata.sav"
      })
  void comesBackAsItWas(String file) {
    Path parquet = folder.resolve("a.parquet");
    Conversion made = Conversion.convert(Golden.corpus(file), parquet, List.of());
    assertThat(made.losses())
        .extracting(Loss::kind)
        .isSubsetOf(Loss.Kind.ONLY_MEENT, Loss.Kind.TAGGED_MISSING);
    assertThat(folder.resolve("a.parquet.partial.rows")).doesNotExist();
    boolean tags = made.losses().stream().anyMatch(l -> l.kind() == Loss.Kind.TAGGED_MISSING);
    if (!tags) {
      assertThat(lines(parquet)).isEqualTo(lines(Golden.corpus(file)));
    }
  }

  private static List<String> lines(Path file) {
    return Golden.lines(DataFile.open(file)).stream()
        .map(line -> line.replaceFirst("\tTEXT\tA[0-9]+\t", "\tTEXT\tA\t"))
        .toList();
  }

  @Test
  void readsWhatAnotherProgramWrote() throws SQLException {
    Path file =
        made(
            "SELECT 7::TINYINT AS a, 0.5::FLOAT AS b, 12.25::DECIMAL(9,2) AS c, true AS d,"
                + " 'é' AS e, DATE '1999-12-31' AS f, TIMESTAMP '2000-01-01 00:00:01.5' AS g,"
                + " TIME '01:00:01' AS h, 9007199254740992 AS i, NULL::DOUBLE AS j,"
                + " TIMESTAMPTZ '2000-01-01 00:00:00+00' AS k, 'NaN'::DOUBLE AS l");
    assertThat(DataFile.open(file).schema().columns())
        .extracting(Column::type)
        .containsExactly(
            ValueType.NUMBER,
            ValueType.NUMBER,
            ValueType.NUMBER,
            ValueType.NUMBER,
            ValueType.TEXT,
            ValueType.DATE,
            ValueType.DATETIME,
            ValueType.TIME,
            ValueType.NUMBER,
            ValueType.NUMBER,
            ValueType.DATETIME,
            ValueType.NUMBER);
    Path csv = folder.resolve("a.csv");
    Conversion.convert(file, csv, List.of());
    assertThat(csv)
        .hasContent(
            "a,b,c,d,e,f,g,h,i,j,k,l\n"
                + "7,0.5,12.25,1,é,1999-12-31,2000-01-01T00:00:01.5,01:00:01,9007199254740992,,"
                + "2000-01-01T00:00:00,\n");
  }

  @Test
  void someColumnsOfManyRowsInTheirOrder() throws SQLException {
    Path file = made("SELECT i AS a, 't' || i AS b, i / 2 AS c FROM range(300000) AS r(i)");
    Path csv = folder.resolve("a.csv");
    assertThat(Conversion.convert(file, csv, List.of("b", "a")).rows()).isEqualTo(300_000);
    assertThat(csv).content().startsWith("b,a\nt0,0\nt1,1\n").endsWith("\nt299999,299999\n");
    assertThat(DataFile.open(file).schema().rows()).isEqualTo(300_000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT [1, 2] AS a | linkage.parquet.type",
        "SELECT {x: 1} AS a | linkage.parquet.type",
        "SELECT 'x'::BLOB AS a | linkage.parquet.type",
        "SELECT 9007199254740993 AS a | linkage.parquet.number",
        "SELECT 'Infinity'::DOUBLE AS a | linkage.parquet.number"
      })
  void whatHasNoPlaceIsRefused(String sql, String code) throws SQLException {
    assertThat(code(made(sql))).isEqualTo(code);
  }

  @Test
  void aColumnOfAnotherTypeThanDeclaredIsRefused() throws SQLException {
    Path good = folder.resolve("good.parquet");
    Conversion.convert(Golden.corpus("pyreadstat_sample.sav"), good, List.of("mychar", "mynum"));
    String note = note(good);
    Path bad = made("SELECT 1 AS mychar, 2.5 AS mynum", note);
    assertThatThrownBy(() -> DataFile.open(bad))
        .isInstanceOf(RefusalException.class)
        .hasMessageContaining("mychar of the type that the dictionary in the file declares, TEXT")
        .hasMessageContaining("INTEGER");
    assertThat(code(made("SELECT 'x' AS mychar", note.replace("/1", "/9"))))
        .isEqualTo("linkage.parquet.dictionary");
    Path more = made("SELECT 'longer than it was' AS mychar, 1 AS extra", note);
    Schema schema = DataFile.open(more).schema();
    assertThat(schema.columns()).extracting(Column::name).containsExactly("mychar", "extra");
    assertThat(schema.columns().getFirst().label()).isEqualTo("character");
    Conversion.convert(more, folder.resolve("longer.sav"), List.of());
    assertThat(DataFile.open(folder.resolve("longer.sav")).schema().columns().getFirst().width())
        .isEqualTo(18);
  }

  @Test
  void isRefusedAtEveryFiftiethOfItsLength() throws IOException {
    Path whole = folder.resolve("whole.parquet");
    Conversion.convert(Golden.corpus("spssreader_testdata.sav"), whole, List.of());
    byte[] bytes = Files.readAllBytes(whole);
    for (int part = 0; part < 50; part++) {
      Path cut =
          Files.write(
              folder.resolve("cut.parquet"),
              Arrays.copyOf(bytes, (int) ((long) bytes.length * part / 50)));
      assertThat(code(cut)).isIn("linkage.file.empty", "linkage.parquet.damaged");
    }
    byte[] hollow = new byte[bytes.length - 5000];
    System.arraycopy(bytes, 0, hollow, 0, 100);
    System.arraycopy(bytes, 5100, hollow, 100, hollow.length - 100);
    assertThat(code(Files.write(folder.resolve("hollow.parquet"), hollow)))
        .isEqualTo("linkage.parquet.damaged");
  }

  @Test
  void twoColumnsOfOneNameAreRefused() throws IOException, SQLException {
    Path file = made("SELECT 1 AS alpha, 2 AS gamma");
    String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    Path twice = folder.resolve("twice.parquet");
    Files.write(twice, bytes.replace("gamma", "alpha").getBytes(StandardCharsets.ISO_8859_1));
    assertThat(code(twice)).isEqualTo("linkage.file.duplicate-column");
  }

  @Test
  void aFailedConversionLeavesTheOldFileAndNothingElse() throws IOException {
    byte[] whole = Files.readAllBytes(Golden.corpus("spssreader_weighted.sav"));
    Path cut = Files.write(folder.resolve("cut.sav"), Arrays.copyOf(whole, whole.length * 9 / 10));
    Path old = Files.writeString(folder.resolve("out.parquet"), "what was there");
    assertThatThrownBy(() -> Conversion.convert(cut, old, List.of()))
        .isInstanceOf(RefusalException.class);
    assertThat(old).hasContent("what was there");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactlyInAnyOrder(cut, old);
    }
  }

  @Test
  void namesThatTheEngineWouldTakeForPatternsAreRefused() throws IOException {
    Path pattern = Files.writeString(folder.resolve("a[1].parquet"), "PAR1 and more PAR1");
    assertThat(code(pattern)).isEqualTo("linkage.parquet.name");
    assertThatThrownBy(
            () -> Conversion.convert(Golden.corpus("pyreadstat_sample.sav"), pattern, List.of()))
        .isInstanceOf(RefusalException.class);
  }

  private Path made(String select) throws SQLException {
    return made(select, "");
  }

  /** A file as another program makes it, with a text under Meent's name if there is one. */
  private Path made(String select, String note) throws SQLException {
    Path file = folder.resolve("made.parquet");
    String metadata =
        note.isEmpty() ? "" : ", KV_METADATA {meent: '" + note.replace("'", "''") + "'}";
    try (Connection connection = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
        Statement statement = connection.createStatement()) {
      statement.execute("SET TimeZone = 'UTC'");
      statement.execute("COPY (" + select + ") TO '" + file + "' (FORMAT parquet" + metadata + ")");
    }
    return file;
  }

  private static String note(Path file) throws SQLException {
    try (Connection connection = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
        Statement statement = connection.createStatement();
        java.sql.ResultSet rows =
            statement.executeQuery(
                "SELECT decode(value) FROM parquet_kv_metadata('" + file + "')")) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static String code(Path file) {
    try {
      FileReport.show(file);
      return "";
    } catch (RefusalException e) {
      return e.refusals().getFirst().code();
    }
  }
}
