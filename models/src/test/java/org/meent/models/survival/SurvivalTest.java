// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.meent.models.frame.NumericCsv;
import org.meent.models.survival.ProportionalHazards.Ties;

/** Every figure that R's survival package gives on the same data, to 1e-6. */
class SurvivalTest {
  private static final List<String> NAMES = List.of("coach", "age", "edumid", "eduhigh");
  private static Exits exits = new Exits(new double[0], new int[0]);
  private static double[][] x = {};
  private static int[] coach = {};
  private static final Map<String, double[]> FOUND = new LinkedHashMap<>();

  private static NumericCsv read(String name, String... text) {
    try {
      return NumericCsv.read(Path.of(SurvivalTest.class.getResource(name).toURI()), Set.of(text));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeAll
  static void fit() {
    NumericCsv csv = read("exits.csv", "education");
    int[] cause = IntStream.range(0, csv.rows()).map(i -> (int) csv.numeric("exit")[i]).toArray();
    exits = new Exits(csv.numeric("month"), cause);
    List<String> education = csv.text("education");
    double[] treated = csv.numeric("coach");
    x =
        new double[][] {
          treated,
          csv.numeric("age"),
          education.stream().mapToDouble(e -> e.equals("mid") ? 1 : 0).toArray(),
          education.stream().mapToDouble(e -> e.equals("high") ? 1 : 0).toArray()
        };
    coach = IntStream.range(0, csv.rows()).map(i -> (int) treated[i]).toArray();
    for (Ties ties : Ties.values()) {
      String start = "Cox cause 1 " + (ties == Ties.EFRON ? "efron " : "breslow ");
      ProportionalHazards cox = ProportionalHazards.cox(exits, 1, x, ties);
      put(start, cox);
      FOUND.put(start + "loglik", new double[] {cox.logLikelihood()});
      if (ties == Ties.EFRON) {
        FOUND.put("Cox efron concordance", new double[] {cox.concordance()});
      }
    }
    put("Fine-Gray cause 1 ", ProportionalHazards.fineGray(exits, 1, x));
    KaplanMeier km = KaplanMeier.of(exits);
    for (int t : new int[] {3, 6, 12, 24}) {
      FOUND.put("KM any exit S " + t, new double[] {km.at(t), km.seAt(t)});
      for (int c = 1; c <= 2; c++) {
        CumulativeIncidence curve = CumulativeIncidence.of(exits, c);
        FOUND.put(
            "Aalen-Johansen CIF cause " + c + " t " + t, new double[] {curve.at(t), curve.seAt(t)});
      }
    }
    FOUND.put("RMST any exit 24", km.restrictedMean(24));
    FOUND.put(
        "log-rank chi2 any exit by coach", new double[] {LogRank.of(exits, coach).chiSquared()});
  }

  private static void put(String start, ProportionalHazards model) {
    for (int a = 0; a < NAMES.size(); a++) {
      FOUND.put(
          start + NAMES.get(a),
          new double[] {
            model.coefficients()[a], model.standardErrors()[a], model.robustErrors()[a]
          });
    }
  }

  @TestFactory
  List<DynamicTest> agreesWithR() {
    NumericCsv expected = read("expected.csv", "what");
    List<String> what = expected.text("what");
    assertThat(what).hasSize(29).allMatch(FOUND::containsKey);
    return IntStream.range(0, what.size())
        .mapToObj(
            i ->
                DynamicTest.dynamicTest(
                    what.get(i),
                    () -> {
                      double[] found = FOUND.getOrDefault(what.get(i), new double[3]);
                      assertThat(found[0]).isCloseTo(expected.numeric("value")[i], within(1e-6));
                      double se = expected.numeric("se")[i];
                      if (!Double.isNaN(se)) {
                        assertThat(found[1]).isCloseTo(se, within(1e-6));
                      }
                    }))
        .toList();
  }

  /** The score residuals of a maximum sum to zero, so their spread is about the information. */
  @Test
  void robustErrorsAreNearTheOthers() {
    for (String model :
        List.of("Cox cause 1 efron ", "Cox cause 1 breslow ", "Fine-Gray cause 1 ")) {
      for (String name : NAMES) {
        double[] found = FOUND.getOrDefault(model + name, new double[3]);
        assertThat(found[2] / found[1]).as(model + name).isBetween(0.85, 1.15);
      }
    }
  }
}
