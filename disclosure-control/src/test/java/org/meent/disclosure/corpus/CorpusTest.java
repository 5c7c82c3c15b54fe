// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.meent.disclosure.rule.RuleSet;

/**
 * The fast part of the examination. {@code -Dmeent.corpus.seed} draws other cases; the whole of it
 * is {@code CorpusBench}.
 */
class CorpusTest {
  private static final int CASES = 6;
  private static final List<Score> SCORES =
      Corpus.score(RuleSet.named("cbs-ra"), Long.getLong("meent.corpus.seed", 20_261_122), CASES);

  @Test
  void everyLeakIsCaughtAndFewAlarmsAreFalse() {
    for (Score score : SCORES) {
      assertThat(score.missed()).as(score.plot()).isEmpty();
      assertThat(score.caught()).as(score.plot()).isEqualTo(score.leaking());
      assertThat(score.leaking() + score.safe()).as(score.plot()).isEqualTo(CASES);
    }
    int alarms = SCORES.stream().mapToInt(Score::alarms).sum();
    assertThat(alarms * 20).isLessThanOrEqualTo(SCORES.stream().mapToInt(Score::safe).sum());
  }

  @Test
  void bothLeaksAndSafeOutputsAreDrawn() {
    assertThat(SCORES.stream().mapToInt(Score::leaking).sum()).isGreaterThan(CASES);
    assertThat(SCORES.stream().mapToInt(Score::safe).sum()).isGreaterThan(CASES);
  }

  @Test
  void everyFailureHasARepairAndTablesSmallerOnesThanWithdrawing() {
    for (Score score : SCORES) {
      assertThat(score.repaired() + score.withheld() + score.withdrawn())
          .as(score.plot())
          .isEqualTo(score.failing());
      boolean table = score.plot().startsWith("frequency") || score.plot().startsWith("magnitude");
      assertThat(!table || score.withdrawn() == 0).as(score.plot()).isTrue();
    }
  }
}
