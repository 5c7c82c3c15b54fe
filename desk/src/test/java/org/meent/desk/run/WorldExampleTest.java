// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The examples on the synthetic world, from making their data to their release requests, as their
 * README says; locks and approvals are the committed ones. The estimates stand beside the truth,
 * which a study never sees.
 */
@Tag("slow")
class WorldExampleTest {
  /** Arm in the study to arm in the truth. */
  private static final Map<String, String> ARMS =
      Map.of(
          "training", "TRAINING",
          "job-coach", "JOB_COACH",
          "conversations", "CONVERSATIONS",
          "orientation", "PLACEBO");

  @TempDir static Path world;
  @TempDir Path home;

  private record Estimate(double value, double lower, double upper) {
    boolean holds(double truth) {
      return lower <= truth && truth <= upper;
    }
  }

  @BeforeAll
  static void makeTheWorld() {
    StudyCopy.Said made =
        StudyCopy.anywhere(
            "world",
            "--persons",
            "20000",
            "--seed",
            "1",
            "--out",
            world.resolve("data").toString(),
            "--quiet");
    assertThat(made.exit()).as(made.err()).isZero();
  }

  /** A study on the world, which it finds in its folder without the truth. */
  private StudyCopy run(String example) throws IOException {
    StudyCopy study = StudyCopy.of(example, home);
    Path data = Files.createDirectory(study.folder().resolve("data"));
    for (String part : List.of("G", "L")) {
      Files.move(world.resolve("data").resolve(part), data.resolve(part));
    }
    StudyCopy.Said said = study.meent("run");
    for (String part : List.of("G", "L")) {
      Files.move(data.resolve(part), world.resolve("data").resolve(part));
    }
    assertThat(said.exit()).as(said.err()).isZero();
    return study;
  }

  @Test
  void findsTheTruthWhereANaiveComparisonDoesNot() throws IOException {
    StudyCopy study = run(StudyCopy.WORLD);
    Map<String, Double> treated = effectsOnTheTreated();
    SoftAssertions all = new SoftAssertions();
    for (String arm : ARMS.keySet()) {
      Estimate adjusted = estimate(study, arm, "doubly-robust,att," + arm + ",none");
      all.assertThat(adjusted.holds(truth(treated, arm))).as(arm).isTrue();
    }
    // The orientation meeting does nothing to anybody.
    all.assertThat(treated.get("PLACEBO")).isZero();
    // Caseworkers choose: people who get these would have worked more anyway.
    for (String arm : List.of("training", "conversations")) {
      Estimate naive = estimate(study, arm, "difference-in-means,unadjusted," + arm + ",none");
      all.assertThat(naive.holds(truth(treated, arm))).as("naive " + arm).isFalse();
    }
    all.assertAll();
  }

  /** How people left after a training, and what may have been harm, beside their truth. */
  @Test
  void findsHowPeopleLeave() throws IOException {
    StudyCopy study = run("world-exits");
    Map<String, String> harms =
        Map.of("exit-without-income", "left_without", "exit-returned", "back");
    for (Map.Entry<String, String> harm : harms.entrySet()) {
      Estimate beside =
          estimate(study, "training-" + harm.getKey(), "doubly-robust,att,training,none");
      double truth = truth(effects(harm.getValue(), "natural", 9), "training");
      assertThat(beside.holds(truth)).as(harm.getKey()).isTrue();
    }
    String last =
        lines(study, "leaving-training.csv").stream()
            .filter(line -> line.startsWith("difference,work,"))
            .reduce((first, second) -> second)
            .orElseThrow();
    String[] cells = last.split(",", -1);
    Estimate band =
        new Estimate(
            Double.parseDouble(cells[4]),
            Double.parseDouble(cells[5]),
            Double.parseDouble(cells[6]));
    double truth = truth(effects("left_for_work", "natural", 9), "training");
    assertThat(band.holds(truth)).isTrue();
    card(study);
  }

  /** Possible harm stands on the card, and no number that is not in a table. */
  private static void card(StudyCopy study) throws IOException {
    String card = String.join("\n", lines(study, "card-nl.md"));
    assertThat(card)
        .contains("training / exit-without-income", "training / exit-returned", "Wie er ontbreekt");
    try (var requests = Files.list(study.folder().resolve("requests"))) {
      Path request = requests.findFirst().orElseThrow();
      assertThat(CardRecovery.unaccounted(card, request, study.folder())).isEmpty();
    }
  }

  private static double truth(Map<String, Double> treated, String arm) {
    return Objects.requireNonNull(treated.get(ARMS.get(arm)), arm);
  }

  /** Who has a fixed caseworker is compared with who has changing ones. */
  @Test
  void answersTheQuestionOfTheClients() throws IOException {
    StudyCopy study = run("world-continuity");
    Estimate adjusted = estimate(study, "fixed-caseworker", "doubly-robust,att,fixed,changing");
    double truth = Objects.requireNonNull(effectsOnTheTreated().get("CASEWORKER_FIXED"));
    assertThat(truth).isPositive();
    assertThat(adjusted.holds(truth)).isTrue();
  }

  /** Who gets one kind of support and no other is compared with who gets none for two years. */
  @Test
  void clonesThatKeepToTheirArmFindWhatSupportDoesByItself() throws IOException {
    StudyCopy study = run("world-clones");
    Map<String, Double> alone = effects("months24", "alone", 8);
    for (String arm : List.of("training", "orientation")) {
      Estimate weighted = estimate(study, arm, "difference-in-means,ate," + arm + ",none");
      assertThat(weighted.holds(truth(alone, arm))).as(arm).isTrue();
      Estimate robust = estimate(study, arm, "doubly-robust,ate," + arm + ",none");
      assertThat(robust.holds(truth(alone, arm))).as(arm).isTrue();
    }
  }

  private static Map<String, Double> effectsOnTheTreated() throws IOException {
    return effects("months24", "natural", 9);
  }

  /**
   * True average effects, by arm.
   *
   * @param outcome such as months in work in two years
   * @param regime what else people get
   * @param column place of the average: 8 over all who could get it, 9 over those who got it
   */
  private static Map<String, Double> effects(String outcome, String regime, int column)
      throws IOException {
    Map<String, Double> effects = new HashMap<>();
    for (String line : Files.readAllLines(world.resolve("data/truth/effects.csv"))) {
      String[] cells = line.split(",", -1);
      if (cells[2].equals(outcome) && cells[3].equals(regime) && cells[4].equals("all")) {
        effects.put(cells[0], Double.valueOf(cells[column]));
      }
    }
    return effects;
  }

  private static Estimate estimate(StudyCopy study, String output, String row) throws IOException {
    String found =
        lines(study, "effect-" + output + ".csv").stream()
            .filter(line -> line.startsWith(row + ",Total,"))
            .findFirst()
            .orElseThrow();
    String[] cells = found.split(",", -1);
    return new Estimate(
        Double.parseDouble(cells[5]), Double.parseDouble(cells[7]), Double.parseDouble(cells[8]));
  }

  private static List<String> lines(StudyCopy study, String output) throws IOException {
    try (var files = Files.walk(study.folder().resolve("requests"))) {
      return Files.readAllLines(files.filter(f -> f.endsWith(output)).findFirst().orElseThrow());
    }
  }
}
