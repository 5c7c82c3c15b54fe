// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.register;

import java.util.List;
import java.util.function.Consumer;
import org.meent.linkage.format.Column;
import org.meent.linkage.world.life.BenefitSpell;
import org.meent.linkage.world.life.Life;
import org.meent.linkage.world.life.Plan;
import org.meent.linkage.world.people.ZrmDomain;
import org.meent.linkage.world.plan.WorldPlan;
import org.meent.protocols.run.RandomStream;

/**
 * Scores of the self-sufficiency matrix: with the plan of approach, and for some at the start of
 * the benefit. Not every domain is scored, and a score can differ from the true one by a point.
 */
final class ZelfredzaamheidScore implements UploadKind {
  private static final double WRONG = 0.15;
  private static final double SKIPPED = 0.08;
  private static final double AT_START = 0.3;

  private final WorldPlan plan;

  ZelfredzaamheidScore(WorldPlan plan) {
    this.plan = plan;
  }

  @Override
  public String name() {
    return "ZelfredzaamheidScore";
  }

  @Override
  public List<Column> columns() {
    return Columns.none()
        .text("DomeinVanZelfredzaamheid", 32, "Domein (ZRM 2017, 13 domeinen)")
        .number("ZRMScore", "1 acute problematiek tot 5 volledig zelfredzaam")
        .date("DatumBeoordeling", "Dag van de beoordeling")
        .text("KenmerkBeoordelaar", 9, "Klantmanager")
        .code(
            "IndicatieHulpAanwezig",
            12,
            "Hulp aanwezig",
            "Ja formeel",
            "Ja formeel",
            "Ja informeel",
            "Ja informeel",
            "Nee",
            "Nee")
        .list();
  }

  @Override
  public void rows(Life life, Consumer<List<Object>> row, Consumer<Fault> faults) {
    RandomStream stream = RandomStream.of(plan.seed(), "zrm", life.household().number());
    BenefitSpell first = life.spells().getFirst();
    if (first.start() >= 0 && stream.nextDouble() < AT_START) {
      assess(life, first.start(), stream, row, faults);
    }
    life.plan().map(Plan::month).ifPresent(month -> assess(life, month, stream, row, faults));
  }

  private static void assess(
      Life life,
      int month,
      RandomStream stream,
      Consumer<List<Object>> row,
      Consumer<Fault> faults) {
    for (ZrmDomain domain : ZrmDomain.values()) {
      boolean skipped = stream.nextDouble() < SKIPPED;
      double error = stream.nextDouble();
      int help = stream.nextInt(3);
      int truth = life.household().traits().score(domain);
      int step = error < WRONG ? (error < WRONG / 2 ? -1 : 1) : 0;
      int score = Math.max(1, Math.min(5, truth + step));
      if (skipped) {
        continue;
      }
      if (score != truth) {
        faults.accept(new Fault(Defect.SCORE_ERROR, domain.name() + " " + Calendar.from(month)));
      }
      row.accept(
          List.of(
              domain.label(),
              (double) score,
              (double) Calendar.first(month).toEpochDay(),
              Klantcontact.caseworker(life, month),
              help == 0 ? "Ja formeel" : help == 1 ? "Ja informeel" : "Nee"));
    }
  }
}
