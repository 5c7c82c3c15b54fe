// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The manual of {@code described}, executed on the request of the first example. */
final class DescribedTest {
  private static final String TYPED = "nodegree=0";

  @TempDir static Path home;
  private static StudyCopy study;
  private static Path request;

  @BeforeAll
  static void run() throws IOException {
    study = StudyCopy.of("nsw", home);
    StudyCopy.Said said = study.meent("run", "--quiet");
    assertThat(said.exit()).as(said.err()).isZero();
    try (Stream<Path> requests = Files.list(study.folder().resolve("requests"))) {
      request = requests.findFirst().orElseThrow();
    }
  }

  private static StudyCopy.Said described(String... words) {
    List<String> all = new ArrayList<>(List.of("described", request.toString()));
    all.addAll(List.of(words));
    return StudyCopy.anywhere(all.toArray(String[]::new));
  }

  private static String page(Path out, String... words) throws IOException {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--out", out.toString()));
    StudyCopy.Said said = described(all.toArray(String[]::new));
    assertThat(said.exit()).as(said.err()).isZero();
    return Files.readString(out);
  }

  @Test
  void theExampleOfTheManualDoesWhatTheManualSays(@TempDir Path folder) throws IOException {
    String manual =
        Files.readString(Path.of(System.getProperty("meent.root")).resolve("docs/described.md"));
    Matcher file =
        Pattern.compile("<!-- file: (\\S+) -->\n```yaml\n(.*?)```", Pattern.DOTALL).matcher(manual);
    assertThat(file.find()).isTrue();
    Path words = Files.writeString(folder.resolve(file.group(1)), file.group(2));
    List<MatchResult> lines =
        Pattern.compile("(?m)^\\$ meent (.*)$").matcher(manual).results().toList();
    assertThat(lines).hasSize(1);
    Path out = folder.resolve("page.html");
    List<String> line = new ArrayList<>();
    for (String word : lines.getFirst().group(1).split(" ", -1)) {
      line.add(
          switch (word) {
            case "examples/nsw/requests/ID" -> request.toString();
            case "words.yaml" -> words.toString();
            case "page.html" -> out.toString();
            default -> word;
          });
    }
    StudyCopy.Said said = StudyCopy.anywhere(line.toArray(String[]::new));
    assertThat(said.exit()).as(said.err()).isZero();
    String page = Files.readString(out);
    // 346 and 217 of 563 without a diploma; 358 and 247 of 605 not married (golden request)
    assertThat(page)
        .contains("Van 100 mensen: mensen zonder diploma (563 mensen zijn geteld)")
        .contains("geen hulp: 61")
        .contains("werk met begeleiding: 39")
        .contains("Van 100 mensen: niet getrouwd (605 mensen zijn geteld)")
        .contains("geen hulp: 59")
        // -343.91 to 1769.31 without a diploma, -529.20 to 1556.88 not married
        .contains("344 lager zijn en tot 1769 hoger")
        .contains("529 lager zijn en tot 1557 hoger")
        .contains("in al deze groepen tegelijk")
        .contains("Wat het voor u uitmaakt, is niet bekend")
        .contains("Een voorbeeld, niet over echte mensen")
        .contains("Nog niet gelezen door cliënten")
        .contains("1 januari 1979")
        .contains("Verlopen")
        .contains("C. de Cliëntenraad")
        .doesNotContain("nodegree");
    String typedWords =
        page(folder.resolve("w.html"), "--words", words.toString(), "--with", "married=Getrouwd");
    // 15.25 to 4961.64: the only group of this study that is told from no difference
    assertThat(typedWords).contains("between 3 and 4968 more");
  }

  /** Not one byte elsewhere: no log, no note, no copy of what was typed. */
  @Test
  void onlyThePageIsWritten(@TempDir Path elsewhere) throws IOException {
    SortedMap<String, String> before = files(home);
    StudyCopy.Said said =
        described("--with", TYPED, "--out", elsewhere.resolve("page.html").toString());
    assertThat(said.exit()).as(said.err()).isZero();
    assertThat(files(home)).isEqualTo(before);
    assertThat(files(elsewhere).keySet()).containsExactly("page.html");
    assertThat(said.out() + said.err()).doesNotContain(TYPED).doesNotContain("nodegree");
  }

  @Test
  void theSameBytesEveryTime(@TempDir Path folder) throws IOException {
    String first = page(folder.resolve("a.html"), "--with", TYPED, "--with", "married=1");
    assertThat(page(folder.resolve("b.html"), "--with", TYPED, "--with", "married=1"))
        .isEqualTo(first);
  }

  @Test
  void aChangedTableIsNotRead(@TempDir Path folder) throws IOException {
    refusedAfter(folder, "outputs/effects-722.csv", "852.58", "952.58", 5);
    refusedAfter(folder, "request.json", "true", "false", 5);
    refusedAfter(folder, "manifest.json", "meent-stage-1", "meent-stage-2", 4);
  }

  private static void refusedAfter(Path folder, String file, String from, String to, int exit)
      throws IOException {
    Path path = request.resolve(file);
    String honest = Files.readString(path);
    assertThat(honest).contains(from);
    Files.writeString(path, honest.replace(from, to));
    StudyCopy.Said said = described("--with", TYPED, "--out", folder.resolve("p").toString());
    Files.writeString(path, honest);
    assertThat(said.exit()).as(said.err()).isEqualTo(exit);
    assertThat(folder.resolve("p")).doesNotExist();
  }

  @Test
  void figuresOfAnotherProtocolAreNotRead(@TempDir Path folder) throws IOException {
    StudyCopy other = StudyCopy.of("nsw", folder).replace("study.yaml", "version: 1", "version: 2");
    StudyCopy.Said said =
        described("--study", other.folder().toString(), "--out", folder.resolve("p").toString());
    assertThat(said.exit()).isEqualTo(5);
    assertThat(said.err()).contains("nsw-supported-work, version 1");
  }

  @Test
  void whatIsWrongIsSaidWithoutWhatWasTyped(@TempDir Path folder) {
    String out = folder.resolve("p.html").toString();
    StudyCopy.Said number = described("--with", "bsn=123456782", "--out", out);
    assertThat(number.exit()).isEqualTo(3);
    assertThat(number.err()).doesNotContain("1234").contains("--with");
    assertThat(described("--with", "secret", "--out", out))
        .satisfies(
            said -> {
              assertThat(said.exit()).isEqualTo(4);
              assertThat(said.err()).doesNotContain("secret");
            });
    String inside = request.resolve("outputs/page.html").toString();
    assertThat(described("--out", inside).exit()).isEqualTo(3);
    assertThat(StudyCopy.anywhere("described", home + "/nsw/data", "--out", out).exit())
        .isEqualTo(4);
    assertThat(described("--with", TYPED).exit()).isEqualTo(2);
    assertThat(folder.resolve("p.html")).doesNotExist();
  }

  /** The card of the run: the same numbers as the effects, in words, with its conditions. */
  @Test
  void theRunLeavesAModelCardInBothLanguages() throws IOException {
    Path report;
    try (Stream<Path> runs = Files.list(study.folder().resolve("runs"))) {
      report = runs.findFirst().orElseThrow().resolve("report");
    }
    // doubly robust, everybody: -108.70 to 1813.86 of 722; 275.71 to 2866.87 of 445
    assertThat(Files.readString(report.resolve("card-nl.html")))
        .contains("Nog niet gelezen door cliënten")
        .contains("Alleen binnen")
        .contains("We weten niet of supported-work beter of slechter werkt dan none")
        .contains("-108.70")
        .contains("1,813.9")
        .contains("kwamen gemiddeld 1,571.3 hoger uit")
        .contains("Ze mogen niet gebruikt worden om over een persoon te beslissen.")
        .contains("Niet gebruiken na 1979-01-01.");
    assertThat(Files.readString(report.resolve("card-en.html")))
        .contains("Not yet read by clients")
        .contains("They must not be used to rank, select or triage people.")
        .contains("married = 1")
        .contains("A group is never a reason.");
  }

  private static SortedMap<String, String> files(Path folder) throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        files.put(
            folder.relativize(file).toString(),
            HexFormat.of().formatHex(RunId.sha256(Files.readAllBytes(file))));
      }
    }
    return files;
  }
}
