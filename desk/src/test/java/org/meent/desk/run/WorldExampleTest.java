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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The example on the synthetic world, from making its data to its release request, as its README
 * says; its locks and approvals are the committed ones. The estimates stand beside the truth, which
 * the study never sees.
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

  @TempDir Path home;

  private record Estimate(double value, double lower, double upper) {
    boolean holds(double truth) {
      return lower <= truth && truth <= upper;
    }
  }

  @Test
  void findsTheTruthWhereANaiveComparisonDoesNot() throws IOException {
    StudyCopy study = StudyCopy.of(StudyCopy.WORLD, home);
    Path data = study.folder().resolve("data");
    StudyCopy.Said made =
        StudyCopy.anywhere(
            "world", "--persons", "20000", "--seed", "1", "--out", data.toString(), "--quiet");
    assertThat(made.exit()).as(made.err()).isZero();
    Path truth = Files.move(data.resolve("truth"), home.resolve("truth"));
    StudyCopy.Said said = study.meent("run");
    assertThat(said.exit()).as(said.err()).isZero();

    Map<String, Double> treated = effectsOnTheTreated(truth);
    SoftAssertions all = new SoftAssertions();
    for (String arm : ARMS.keySet()) {
      Estimate adjusted = estimate(study, arm, "doubly-robust,att");
      all.assertThat(adjusted.holds(truth(treated, arm))).as(arm).isTrue();
    }
    // The orientation meeting does nothing to anybody.
    all.assertThat(treated.get("PLACEBO")).isZero();
    // Caseworkers choose: people who get these would have worked more anyway.
    for (String arm : List.of("training", "conversations")) {
      Estimate naive = estimate(study, arm, "difference-in-means,unadjusted");
      all.assertThat(naive.holds(truth(treated, arm))).as("naive " + arm).isFalse();
    }
    all.assertAll();
  }

  private static double truth(Map<String, Double> treated, String arm) {
    return Objects.requireNonNull(treated.get(ARMS.get(arm)), arm);
  }

  /** Months in work in two years: the average true effect on those who got each arm. */
  private static Map<String, Double> effectsOnTheTreated(Path truth) throws IOException {
    Map<String, Double> effects = new HashMap<>();
    for (String line : Files.readAllLines(truth.resolve("effects.csv"))) {
      String[] cells = line.split(",", -1);
      if (cells[2].equals("months24") && cells[3].equals("natural") && cells[4].equals("all")) {
        effects.put(cells[0], Double.valueOf(cells[9]));
      }
    }
    return effects;
  }

  private static Estimate estimate(StudyCopy study, String arm, String method) throws IOException {
    try (var files = Files.walk(study.folder().resolve("requests"))) {
      Path file = files.filter(f -> f.endsWith("effect-" + arm + ".csv")).findFirst().orElseThrow();
      String row =
          Files.readAllLines(file).stream()
              .filter(line -> line.startsWith(method + "," + arm + ",none,Total,"))
              .findFirst()
              .orElseThrow();
      String[] cells = row.split(",", -1);
      return new Estimate(
          Double.parseDouble(cells[5]), Double.parseDouble(cells[7]), Double.parseDouble(cells[8]));
    }
  }
}
