// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.meent.models.frame.Frame;
import org.meent.protocols.run.RandomStream;

class SensitivityTest {

  // Cinelli and Hazlett (2020), table 1 (Darfur): t = 4.184, df = 783, RV = 13.9 %, RV(0.05) =
  // 7.6 %.
  @Test
  void robustnessValueOfDarfur() {
    RobustnessValue found = RobustnessValue.of(4.18445, 783);
    assertThat(found.toZero()).isCloseTo(0.139, within(0.0005));
    assertThat(found.toDoubt()).isCloseTo(0.076, within(0.0005));
    assertThat(RobustnessValue.of(-4.18445, 783)).isEqualTo(found);
    assertThat(RobustnessValue.of(1.5, 783).toDoubt()).isZero();
    assertThatThrownBy(() -> RobustnessValue.of(1, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  // VanderWeele and Ding (2017): risk ratio 3.9 (1.8 to 8.7) has E-values 7.26 and 3.0.
  @Test
  void eValueOfThePaper() {
    EValue found = EValue.ofRiskRatio(3.9, 1.8, 8.7);
    assertThat(found.estimate()).isCloseTo(7.26, within(0.005));
    assertThat(found.limit()).isCloseTo(3.0, within(0.005));
    assertThat(EValue.ofRiskRatio(1.2, 0.9, 1.6).limit()).isEqualTo(1);
    // A protective ratio is turned over.
    assertThat(EValue.ofRiskRatio(1 / 3.9, 1 / 8.7, 1 / 1.8).estimate())
        .isCloseTo(7.26, within(0.005));
    assertThat(EValue.ofDifference(-1, -2, 0.5, 1).limit()).isEqualTo(1);
  }

  /** By hand: 400 rows half and half with spread s see 2.8016 s √(4/400). */
  @Test
  void detectableEffectOfTwoHalves() {
    DetectableEffect found = DetectableEffect.of(frame(400, 0, false));
    assertThat(found.standardised()).isCloseTo(0.28016, within(1e-4));
    assertThat(found.designEffect()).isEqualTo(1);
  }

  /** Clusters of ten that are all alike ask for ten times the rows. */
  @Test
  void clustersThatAreAlikeCountOnce() {
    double effect = DetectableEffect.of(frame(400, 10, true)).designEffect();
    assertThat(effect).isCloseTo(10, within(1e-9));
  }

  /** With one covariate, partial R² is the squared correlation. */
  @Test
  void strengthOfOneCovariate() {
    Frame frame = frame(400, 0, false);
    double[] x = frame.columns()[0];
    double[] w = IntStream.of(frame.treatment()).asDoubleStream().toArray();
    assertThat(ObservedStrength.of(frame).getFirst().withTreatment())
        .isCloseTo(correlation(x, w) * correlation(x, w), within(1e-7));
  }

  private static double correlation(double[] a, double[] b) {
    double ma = Arrays.stream(a).average().orElseThrow();
    double mb = Arrays.stream(b).average().orElseThrow();
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      ab += (a[i] - ma) * (b[i] - mb);
      aa += (a[i] - ma) * (a[i] - ma);
      bb += (b[i] - mb) * (b[i] - mb);
    }
    return ab / Math.sqrt(aa * bb);
  }

  private static Frame frame(int n, int size, boolean alike) {
    double[] x = new double[n];
    double[] y = new double[n];
    int[] w = new int[n];
    for (int i = 0; i < n; i++) {
      RandomStream random = RandomStream.of(3, "sensitivity", alike ? i / size : i);
      x[i] = RandomStream.of(4, "x", i).nextGaussian();
      y[i] = random.nextGaussian();
      w[i] = i % 2;
    }
    var builder = Frame.builder().covariate("x", x).treatment(w, List.of("a", "b")).outcome("y", y);
    if (size > 0) {
      builder.clusters(IntStream.range(0, n).mapToObj(i -> "c" + i / size).toList());
    }
    return builder.build();
  }
}
