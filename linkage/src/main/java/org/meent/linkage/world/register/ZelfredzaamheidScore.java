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
 * Before 2020 the older version of eleven domains was used; its names are not public here, so its
 * domains are X01 to X11, each of which measures what the domain in that place of 2017 measures.
 */
final class ZelfredzaamheidScore implements UploadKind {
  private static final double WRONG = 0.15;
  private static final double SKIPPED = 0.08;
  private static final double AT_START = 0.3;
  private static final int OLD_DOMAINS = 11;
  private static final int NEW_SINCE = Calendar.january(2020);

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
        .text(
            "DomeinVanZelfredzaamheid",
            32,
            "Domein; X.. in de oudere versie zijn codes van de wereld")
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
        .code(
            "XVersieZRM",
            4,
            "Versie van de matrix",
            "2017",
            "ZRM 2017, 13 domeinen",
            "X11",
            "Oudere versie, 11 domeinen")
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
    boolean old = month < NEW_SINCE;
    if (old) {
      faults.accept(new Fault(Defect.SCORE_OLD_VERSION, Calendar.from(month)));
    }
    for (ZrmDomain domain : ZrmDomain.values()) {
      boolean skipped = stream.nextDouble() < SKIPPED;
      double error = stream.nextDouble();
      int help = stream.nextInt(3);
      int truth = life.household().traits().score(domain);
      int step = error < WRONG ? (error < WRONG / 2 ? -1 : 1) : 0;
      int score = Math.max(1, Math.min(5, truth + step));
      if (skipped || (old && domain.ordinal() >= OLD_DOMAINS)) {
        continue;
      }
      if (score != truth) {
        String where = old ? oldCode(domain) : domain.name();
        faults.accept(new Fault(Defect.SCORE_ERROR, where + " " + Calendar.from(month)));
      }
      row.accept(
          List.of(
              old ? oldCode(domain) : domain.label(),
              (double) score,
              (double) Calendar.first(month).toEpochDay(),
              Klantcontact.caseworker(life, month),
              help == 0 ? "Ja formeel" : help == 1 ? "Ja informeel" : "Nee",
              old ? "X11" : "2017"));
    }
  }

  private static String oldCode(ZrmDomain domain) {
    return "X" + Calendar.two(domain.ordinal() + 1);
  }
}
