// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meent.desk.run.RunListener.Moment;

/**
 * The whole release request is the same bytes whatever happens on the way: threads, row order,
 * engine, and kills at each boundary of each stage.
 */
@Tag("slow")
final class SameBytesTest {
  private static final Path GOLDEN =
      Path.of(System.getProperty("meent.root"), "desk/src/test/resources/golden/nsw-request");
  private static final List<String> STAGES = List.of("cohort", "effects", "request", "report");

  @TempDir private static Path undisturbed;

  /** A run on one thread that nothing disturbs, which all others are held against. */
  private static StudyCopy one;

  @TempDir private Path home;

  @BeforeAll
  static void runUndisturbed() throws IOException {
    one = StudyCopy.of("nsw", undisturbed);
    assertThat(one.meent("run", "--threads", "1").exit()).isZero();
  }

  @Test
  void theRequestIsTheCommittedOne() throws IOException {
    Path made = request(one).resolve("outputs");
    if (Boolean.getBoolean("meent.golden.renew")) {
      renew(made);
    }
    List<String> names =
        List.of(
            "flow", "people", "people-by-household", "earnings-1978", "effects-722", "effects-445");
    for (String name : names) {
      assertThat(made.resolve(name + ".csv")).hasSameBinaryContentAs(GOLDEN.resolve(name + ".csv"));
    }
  }

  @Test
  void threadsRowOrderAndEngineDoNotMatter() throws IOException {
    StudyCopy two = StudyCopy.of("nsw", home.resolve("two"));
    assertThat(two.meent("run", "--threads", "2", "--engine", "java").exit()).isZero();
    StudyCopy shuffled = StudyCopy.of("nsw", home.resolve("shuffled"));
    for (String file : List.of("persons", "earnings", "participation")) {
      shuffled.edit("data/" + file + ".csv", SameBytesTest::shuffle);
    }
    StudyCopy.Said said = shuffled.relockAndSign().meent("run", "--threads", "2");
    assertThat(said.exit()).as(said.err()).isZero();

    assertThat(two.request()).isEqualTo(one.request());
    assertThat(shuffled.request()).isEqualTo(one.request());
  }

  /** A run that a file refuses leaves a register of everything that was planned and did not run. */
  @Test
  void aRefusedRunLeavesItsRegister() throws IOException {
    StudyCopy study = StudyCopy.of("nsw", home);
    study.replace("study.yaml", "type: decimal, scale: 2", "type: integer").sign();
    StudyCopy.Said said = study.meent("run");
    assertThat(said.exit()).as(said.err()).isEqualTo(4);
    assertThat(register(study)).contains("all-722", "known-1974", "\"not-run\"");
    assertThat(register(study)).doesNotContain("\"estimated\"");
  }

  @Test
  void aKillAtAnyBoundaryLosesNothing() throws IOException, InterruptedException {
    StudyCopy killed = StudyCopy.of("nsw", home.resolve("killed"));
    for (String stage : STAGES) {
      for (Moment moment : List.of(Moment.STARTED, Moment.WRITTEN, Moment.FINISHED)) {
        assertThat(KilledRun.start(killed.folder(), moment, stage)).isEqualTo(KilledRun.KILLED);
        boolean estimated = !stage.equals("cohort") && !stage.equals("effects");
        assertThat(register(killed).contains("\"not-run\"")).isNotEqualTo(estimated);
        if (moment != Moment.FINISHED) {
          assertThat(whole(killed, stage)).as("%s after %s", stage, moment).isFalse();
        }
      }
    }
    StudyCopy.Said said = killed.meent("run");
    assertThat(said.exit()).as(said.err()).isZero();
    assertThat(killed.request()).isEqualTo(one.request());
    assertThat(register(killed)).isEqualTo(register(one)).contains("\"estimated\"");
    assertThat(killed.meent("log", "verify").exit()).isZero();
  }

  /** Every planned analysis, with what it came to so far. */
  private static String register(StudyCopy study) throws IOException {
    try (Stream<Path> runs = Files.list(study.folder().resolve("runs"))) {
      return Files.readString(runs.findFirst().orElseThrow().resolve("register.json"));
    }
  }

  private static boolean whole(StudyCopy study, String stage) throws IOException {
    try (Stream<Path> walk = Files.walk(study.folder())) {
      return walk.filter(path -> path.endsWith("manifest.json"))
          .filter(path -> !path.toString().contains(".partial"))
          .anyMatch(
              path ->
                  stage.equals("request")
                      ? path.toString().contains("requests")
                      : path.endsWith(Path.of(stage, "manifest.json")));
    }
  }

  private static Path request(StudyCopy study) throws IOException {
    try (Stream<Path> requests = Files.list(study.folder().resolve("requests"))) {
      return requests.findFirst().orElseThrow();
    }
  }

  private static void renew(Path made) throws IOException {
    Files.createDirectories(GOLDEN);
    try (Stream<Path> files = Files.list(made)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".csv")).toList()) {
        Files.write(GOLDEN.resolve(file.getFileName().toString()), Files.readAllBytes(file));
      }
    }
  }

  private static String shuffle(String csv) {
    List<String> lines = new ArrayList<>(List.of(csv.split("\n", -1)));
    lines.removeLast();
    String header = lines.removeFirst();
    SplittableRandom random = new SplittableRandom(8);
    for (int i = lines.size() - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      String swap = lines.set(i, lines.get(j));
      lines.set(j, swap);
    }
    return new String(
        (header + "\n" + String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8),
        StandardCharsets.UTF_8);
  }
}
