// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.meent.linkage.world.plan.WorldPlan;

/** The world beside what was published about the real one. */
final class MarginalTest {
  private static final int PERSONS = 50_000;

  @Test
  @Tag("slow")
  void publishedFiguresAreHitWithinTheirTolerances(TestReporter reporter) {
    List<Marginal> all = Marginal.of(Census.of(WorldPlan.withDefaults(PERSONS, 1)));
    StringBuilder table = new StringBuilder("published | world | tolerance\n");
    for (Marginal each : all) {
      table.append(
          String.format(
              Locale.ROOT,
              "%-58s %.4f | %.4f | %.3f%n",
              each.name(),
              each.published(),
              each.world(),
              each.tolerance()));
    }
    reporter.publishEntry(table.toString());
    assertThat(all).filteredOn(each -> !each.hit()).extracting(Marginal::name).isEmpty();
  }
}
