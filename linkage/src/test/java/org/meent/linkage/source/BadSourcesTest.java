// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.meent.linkage.engine.Engine;
import org.meent.linkage.engine.EngineSettings;
import org.meent.linkage.engine.Engines;
import org.meent.protocols.LinkagePlan;
import org.meent.protocols.SourcePlan;
import org.meent.protocols.SourcePlan.TextFormat;
import org.meent.protocols.SourcePlan.Type;
import org.meent.protocols.csv.CsvReader;
import org.meent.protocols.refusal.ExitCode;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.RefusalException;

/** Bad files: one sentence, the right exit code, the place, and never a value. */
class BadSourcesTest {
  private static final String HEADER = "RINPERSOONS,RINPERSOON,amount,day,other\n";
  private static final TextFormat PLAIN = new TextFormat(',', '.', "utf-8");
  private static final String SECRET = "987654321";

  @TempDir Path study;

  static Stream<Arguments> badTexts() {
    return Stream.of(
        bad("empty", "", "linkage.text.empty", 0),
        bad("no rows' header", "\n", "linkage.text.column-missing", 0),
        bad(
            "short row",
            HEADER + row("1.00,2020-01-01,x") + "R," + SECRET + ",1.00\n",
            "linkage.text.ragged",
            3),
        bad("long row", HEADER + row("1.00,2020-01-01,x,y"), "linkage.text.ragged", 2),
        bad(
            "decimal comma splits the row",
            HEADER + row("1,00,2020-01-01,x"),
            "linkage.text.ragged",
            2),
        bad("blank line", HEADER + "\n" + row("1.00,2020-01-01,x"), "linkage.text.ragged", 2),
        bad(
            "decimal comma in quotes",
            HEADER + row("\"98,76\",2020-01-01,x"),
            "linkage.text.decimal-mark",
            2),
        bad("thousands", HEADER + row("\"9,876.54\",2020-01-01,x"), "linkage.text.decimal-mark", 2),
        bad("too many decimals", HEADER + row("1.234,2020-01-01,x"), "linkage.text.scale", 2),
        bad("text for a number", HEADER + row("abc,2020-01-01,x"), "linkage.text.decimal", 2),
        bad("exponent", HEADER + row("1e5,2020-01-01,x"), "linkage.text.decimal", 2),
        bad("blank before a number", HEADER + row(" 1.00,2020-01-01,x"), "linkage.text.decimal", 2),
        bad("bare mark", HEADER + row("1.,2020-01-01,x"), "linkage.text.decimal", 2),
        bad("bare sign", HEADER + row("-,2020-01-01,x"), "linkage.text.decimal", 2),
        bad(
            "too large",
            HEADER + row("99999999999999999999,2020-01-01,x"),
            "linkage.text.range",
            2),
        bad(
            "too large when scaled",
            HEADER + row("999999999999999999,2020-01-01,x"),
            "linkage.text.range",
            2),
        bad("impossible day", HEADER + row("1.00,2021-02-29,x"), "linkage.text.date", 2),
        bad("Dutch day", HEADER + row("1.00,29-02-2020,x"), "linkage.text.date", 2),
        bad("open end", HEADER + row("1.00,88888888,x"), "linkage.text.date", 2),
        bad("NUL", HEADER + row("1.00,2020-01-01,x\0"), "protocols.csv.nul", 2),
        bad("open quote", HEADER + row("1.00,2020-01-01,\"x"), "protocols.csv.open-quote", 3),
        bad("quote in a field", HEADER + row("1.00,2020-01-01,x\"y"), "protocols.csv.quote", 2),
        bad("text after a quote", HEADER + row("1.00,2020-01-01,\"x\"y"), "protocols.csv.quote", 2),
        bad("lone CR", HEADER + row("1.00,2020-01-01,x\ry"), "protocols.csv.line-end", 2),
        bad(
            "column twice",
            "RINPERSOONS,RINPERSOON,amount,day,day\n",
            "linkage.text.column-twice",
            1),
        bad(
            "key twice",
            "RINPERSOON,RINPERSOONS,RINPERSOON,amount,day\n",
            "linkage.text.column-twice",
            1),
        bad("column missing", "RINPERSOONS,RINPERSOON,day\n", "linkage.text.column-missing", 0),
        bad(
            "column in other case",
            "RINPERSOONS,RINPERSOON,Amount,day\n",
            "linkage.text.column-missing-near",
            0),
        bad("wrong delimiter", HEADER.replace(',', ';'), "linkage.text.column-missing", 0),
        bad("no header", row("1.00,2020-01-01,x"), "linkage.text.column-missing", 0),
        bad(
            "row without end",
            HEADER + "R," + SECRET + ",1.00,2020-01-01," + "x".repeat(CsvReader.MAX_ROW + 1),
            "protocols.csv.long-row",
            2),
        bad(
            "header without end",
            ",".repeat(CsvReader.MAX_FIELDS + 1),
            "protocols.csv.wide-row",
            1),
        bad(
            "different rows of a person",
            HEADER + row("1.00,2020-01-01,x") + row("2.00,2020-01-01,x"),
            "linkage.key.differing-duplicates",
            0));
  }

  private static Arguments bad(String what, String text, String code, int line) {
    return Arguments.of(what, text, code, line);
  }

  private static String row(String rest) {
    return "R," + SECRET + "," + rest + "\n";
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badTexts")
  void refusesBadTexts(String what, String text, String code, int line) throws IOException {
    write("f.csv", text.getBytes(StandardCharsets.UTF_8));
    Refusal refusal = refusal(plan("f.csv", PLAIN));
    assertThat(refusal.code()).isEqualTo(code);
    assertThat(refusal.exit()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(refusal.where().file()).isEqualTo("f.csv");
    assertThat(refusal.where().line()).isEqualTo(line);
    assertNoValue(refusal);
  }

  private static void assertNoValue(Refusal refusal) {
    for (Locale locale : List.of(Locale.ENGLISH, Locale.forLanguageTag("nl"))) {
      assertThat(refusal.sentence(locale)).doesNotContain(SECRET, "98,76", "9,876", "abc", "{");
    }
  }

  @Test
  void refusesAnotherCharset() throws IOException {
    String text = HEADER + row("1.00,2020-01-01,Cliëntenraad");
    write("f.csv", text.getBytes(StandardCharsets.ISO_8859_1));
    Refusal refusal = refusal(plan("f.csv", PLAIN));
    assertThat(refusal.code()).isEqualTo("protocols.csv.charset");
    assertThat(refusal.where().line()).isEqualTo(2);

    write("f.csv", text.getBytes(StandardCharsets.UTF_8));
    TextFormat windows = new TextFormat(',', '.', "windows-1252");
    assertThat(refusal(plan("f.csv", windows)).code()).isEqualTo("linkage.text.is-utf-8");

    write("f.csv", text.getBytes(StandardCharsets.UTF_16LE));
    assertThat(refusal(plan("f.csv", PLAIN)).code()).isEqualTo("protocols.csv.nul");

    TextFormat unknown = new TextFormat(',', '.', "utf-nine");
    assertThat(refusal(plan("f.csv", unknown)).code()).isEqualTo("linkage.text.charset-unknown");
  }

  @Test
  void readsWhatIsDeclaredInOtherFormats() throws IOException {
    String text =
        "\"RINPERSOONS\";RINPERSOON;secret name;amount;day\r\nR;123456789;Zoë;-1234,5;20200229\r\n"
            + "R;123456790;\"two\nlines; \"\"quoted\"\"\";;\r\nR;123456791;x;+0,05;1970-01-01";
    write("f.csv", text.getBytes(java.nio.charset.Charset.forName("windows-1252")));
    try (Engine engine = engine()) {
      Sources sources = open(plan("f.csv", new TextFormat(';', ',', "windows-1252")), engine);
      var rows = engine.fetch(sources.base().rows(), List.of());
      assertThat(rows.schema().names()).containsExactly("key", "v:amount", "v:day");
      assertThat(rows.size()).isEqualTo(3);
      assertThat(rows.number(0, 0)).isEqualTo(123456789);
      assertThat(rows.number(0, 1)).isEqualTo(-123450);
      assertThat(rows.number(0, 2)).isEqualTo(java.time.LocalDate.of(2020, 2, 29).toEpochDay());
      assertThat(rows.isMissing(1, 1)).isTrue();
      assertThat(rows.isMissing(1, 2)).isTrue();
      assertThat(rows.number(2, 1)).isEqualTo(5);
      assertThat(rows.number(2, 2)).isZero();
      assertThat(rows.isMissing(2, 2)).isFalse();
    }
  }

  @Test
  void skipsTheMarkThatSpreadsheetsWrite() throws IOException {
    write("f.csv", ("\uFEFF" + HEADER + row("1.00,2020-01-01,x")).getBytes(StandardCharsets.UTF_8));
    try (Engine engine = engine()) {
      assertThat(open(plan("f.csv", PLAIN), engine).base().flow().out()).isEqualTo(1);
    }
  }

  @Test
  void refusesAChangedFileBeforeAnythingElseIsSaidOfIt() throws IOException {
    write("f.csv", (HEADER + row("1.00,2020-01-01,x")).getBytes(StandardCharsets.UTF_8));
    SourcePlan locked = plan("f.csv", PLAIN);
    write("f.csv", (HEADER + "R,x\n").getBytes(StandardCharsets.UTF_8));
    Refusal refusal = refusal(locked);
    assertThat(refusal.code()).isEqualTo("linkage.source.lock");
    assertThat(refusal.args()).isEmpty();
  }

  @Test
  void refusesPathsThatLeaveTheStudy() throws IOException {
    Path outside = Files.createTempFile("outside", ".csv");
    Files.createSymbolicLink(study.resolve("link.csv"), outside);
    Files.createSymbolicLink(study.resolve("folder"), outside.getParent());
    Files.createDirectories(study.resolve("dir.csv"));
    assertThat(refusal(plan("../f.csv", PLAIN)).code()).isEqualTo("linkage.source.outside");
    assertThat(refusal(plan("a/../../f.csv", PLAIN)).code()).isEqualTo("linkage.source.outside");
    assertThat(refusal(plan(outside.toString(), PLAIN)).code()).isEqualTo("linkage.source.outside");
    assertThat(refusal(plan("a\0b", PLAIN)).code()).isEqualTo("linkage.source.outside");
    assertThat(refusal(plan("link.csv", PLAIN)).code()).isEqualTo("linkage.source.outside");
    assertThat(refusal(plan("folder/" + outside.getFileName(), PLAIN)).code())
        .isEqualTo("linkage.source.outside");
    assertThat(refusal(plan("none.csv", PLAIN)).code()).isEqualTo("linkage.source.missing");
    assertThat(refusal(plan("dir.csv", PLAIN)).code()).isEqualTo("linkage.source.not-regular");
    Files.delete(outside);
  }

  @Test
  void namesTheNearestColumn() throws IOException {
    write("f.csv", "RINPERSOONS,RINPERSON,amount,dag\n".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(
            () -> {
              try (Engine engine = engine()) {
                open(plan("f.csv", PLAIN), engine);
              }
            })
        .isInstanceOfSatisfying(
            RefusalException.class,
            e -> {
              assertThat(e.refusals()).hasSize(2);
              assertThat(e.refusals().get(0).args()).containsExactly("RINPERSOON", "RINPERSON");
              assertThat(e.refusals().get(1).args()).containsExactly("day", "dag");
            });
  }

  private void write(String name, byte[] bytes) throws IOException {
    Files.write(study.resolve(name), bytes);
  }

  private SourcePlan plan(String path, TextFormat format) {
    SequencedMap<String, SourcePlan.Variable> variables = new LinkedHashMap<>();
    variables.put("amount", NswProtocol.variable(Type.DECIMAL, 2));
    variables.put("day", NswProtocol.variable(Type.DATE, 0));
    String lock = path.indexOf('\0') < 0 ? NswProtocol.sha256(study.resolve(path)) : "";
    return new SourcePlan(
        "holder",
        List.of(new SourcePlan.LockedPath(path, lock)),
        format,
        List.of("RINPERSOONS", "RINPERSOON"),
        List.of(),
        "support",
        SourcePlan.Kind.REGISTER,
        SourcePlan.Timing.NONE,
        variables,
        SourcePlan.Exemption.NONE);
  }

  private static Engine engine() {
    return Engines.open("java", EngineSettings.withDefaults());
  }

  private Sources open(SourcePlan plan, Engine engine) {
    SequencedMap<String, SourcePlan> sources = new LinkedHashMap<>();
    sources.put("persons", plan);
    LinkagePlan linkage =
        new LinkagePlan("persons", List.of("R"), new LinkedHashMap<>(), List.of());
    return Sources.open(
        MandateFixture.of(NswProtocol.with(sources, linkage, NswProtocol.cohort())), study, engine);
  }

  private Refusal refusal(SourcePlan plan) {
    try (Engine engine = engine()) {
      open(plan, engine);
    } catch (RefusalException e) {
      return e.refusals().getFirst();
    }
    throw new AssertionError("nothing was refused");
  }
}
