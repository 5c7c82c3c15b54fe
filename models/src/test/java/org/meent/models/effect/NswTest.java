// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.meent.models.Nsw;
import org.meent.models.check.Balance;
import org.meent.models.check.OverlapCheck;
import org.meent.models.check.OverlapLimits;
import org.meent.models.check.OverlapVerdict;
import org.meent.models.frame.Frame;
import org.meent.protocols.run.RandomStream;

/** Published and independently computed figures of the National Supported Work data. */
class NswTest {

  // Dehejia and Wahba (1999), table 3; standard errors by R's lm and sandwich HC2.
  @Test
  void differenceInMeansOfTheExperiment() {
    DifferenceInMeans found = DifferenceInMeans.of(Nsw.experiment(), 1);
    assertThat(found.estimate().value()).isCloseTo(1794.34, within(0.005));
    assertThat(found.pooledSe()).isCloseTo(632.85, within(0.005));
    assertThat(found.estimate().se()).isCloseTo(671.00, within(0.005));
    assertThat(found.estimate().treated()).isEqualTo(185);
    assertThat(found.estimate().controls()).isEqualTo(260);
  }

  // LaLonde (1986), table 5.
  @Test
  void differenceInMeansOfLaLonde() {
    DifferenceInMeans found = DifferenceInMeans.of(Nsw.lalonde(), 1);
    assertThat(found.estimate().value()).isCloseTo(886.30, within(0.005));
    assertThat(found.pooledSe()).isCloseTo(472.09, within(0.005));
  }

  @Test
  void theExperimentCarriesEveryEstimand() {
    DoublyRobustFit fit = DoublyRobust.withDefaults().fit(Nsw.experiment(), 1);
    assertThat(verdicts(fit)).allMatch(OverlapVerdict::carried);
    EffectEstimate ate = fit.estimate(Estimand.ATE);
    assertThat(ate.value()).isBetween(1000.0, 2400.0);
    assertThat(ate.lower()).isLessThan(1794).isGreaterThan(-500);
  }

  // The experimental truth is 1,794; comparison group PSID-1 differs from the treated in
  // everything.
  @Test
  void psidCarriesTheTreatedOnly() {
    DoublyRobustFit fit =
        DoublyRobust.withDefaults().withSplits(3).withThreads(2).fit(Nsw.observational(), 1);
    List<OverlapVerdict> verdicts = verdicts(fit);
    assertThat(verdicts.get(Estimand.ATE.ordinal()).carried()).isFalse();
    assertThat(verdicts.get(Estimand.ATC.ordinal()).carried()).isFalse();
    assertThat(verdicts.get(Estimand.ATT.ordinal()).carried()).isTrue();
    EffectEstimate att = fit.estimate(Estimand.ATT);
    assertThat(att.lower()).isLessThan(1794);
    assertThat(att.upper()).isGreaterThan(1794);
    assertThat(Balance.worstAfter(Balance.of(fit.frame(), fit.propensity(), Estimand.ATT)))
        .isLessThan(0.2);
  }

  @Test
  void sameBitsForThreadsAndRowOrder() {
    DoublyRobust method = DoublyRobust.withDefaults().withSplits(3);
    int[] order = IntStream.range(0, 445).toArray();
    RandomStream.of(7, "order").shuffle(order, order.length);
    Frame shuffled = Nsw.experiment(order);
    EffectEstimate one = method.fit(Nsw.experiment(), 1).estimate(Estimand.ATE);
    EffectEstimate two = method.withThreads(2).fit(shuffled, 1).estimate(Estimand.ATE);
    assertThat(two).isEqualTo(one);
  }

  private static List<OverlapVerdict> verdicts(DoublyRobustFit fit) {
    return OverlapCheck.of(OverlapLimits.withDefaults())
        .judge(fit.propensity(), fit.frame().treatment(), fit.frame().weights());
  }
}
