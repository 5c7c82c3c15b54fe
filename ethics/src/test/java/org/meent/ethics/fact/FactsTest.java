// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.ethics.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Facts keep their order and their origin. */
class FactsTest {
  @Test
  void keepOrderAndOrigin() {
    Facts facts =
        Facts.NONE
            .with(Fact.ofProtocol("purpose", "improve-support"))
            .with(List.of(Fact.measured("flow.in", "723"), Fact.notFilledIn("cost.hours")));
    assertThat(facts.list())
        .extracting(Fact::id)
        .containsExactly("purpose", "flow.in", "cost.hours");
    assertThat(facts.find("cost.hours").orElseThrow().origin().label()).isEqualTo("not-filled-in");
    assertThat(facts.under("flow").list()).hasSize(1);
    assertThat(facts.find("flow")).isEmpty();
  }

  @Test
  void refuseDoublesBlanksAndOddNames() {
    Facts facts = Facts.NONE.with(Fact.human("a.b", "x"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> facts.with(Fact.measured("a.b", "y")))
        .withMessageContaining("known twice");
    assertThatIllegalArgumentException().isThrownBy(() -> Fact.measured("a", ""));
    assertThatIllegalArgumentException().isThrownBy(() -> Fact.measured("A b", "x"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Fact("a", "x", Fact.Origin.NOT_FILLED_IN));
  }
}
