// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.meent.desk.text.Texts;
import org.meent.disclosure.report.Block;
import org.meent.disclosure.report.Block.Column;
import org.meent.disclosure.report.Figure;
import org.meent.models.check.Criterion;
import org.meent.models.check.OverlapVerdict;
import org.meent.models.effect.EffectEstimate;
import org.meent.models.forest.ArmResult;
import org.meent.models.forest.CausalFit;
import org.meent.models.forest.FitResult;
import org.meent.models.heterogeneity.TargetingCurve;

/** The part of a model card that shows one arm against the reference. */
final class FitSection {
  private static final int BINS = 20;
  private static final double WIDE = 1.96;

  private final FitResult result;
  private final String outcome;
  private final Texts texts;

  FitSection(FitResult result, String outcome, Texts texts) {
    this.result = result;
    this.outcome = outcome;
    this.texts = texts;
  }

  List<Block> of(ArmResult arm) {
    List<Block> blocks = new ArrayList<>();
    String reference = result.frame().arms().getFirst();
    blocks.add(new Block.Heading(2, texts.get("fit.arm", arm.arm(), reference)));
    effects(blocks, arm);
    blocks.add(new Block.Heading(3, texts.get("fit.gates")));
    arm.checks().gates().forEach(gate -> blocks.add(GateFinding.of(gate, texts)));
    blocks.add(new Block.Heading(3, texts.get("report.overlap")));
    blocks.add(
        new Block.Picture(texts.get("report.overlap.figure"), histogram(arm.fit(), reference)));
    blocks.add(overlap(arm));
    blocks.add(new Block.Heading(3, texts.get("report.balance")));
    blocks.add(new Block.Picture(texts.get("report.balance.figure"), lovePlot(arm)));
    if (arm.checks().patternFound()) {
      arm.targeting().ifPresent(curve -> targeting(blocks, curve));
    }
    return blocks;
  }

  private void effects(List<Block> blocks, ArmResult arm) {
    List<Figure.Line> lines = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>();
    add(lines, rows, texts.get("fit.raw"), arm.raw().estimate());
    arm.estimates().forEach(e -> add(lines, rows, e.estimand().label(), e));
    arm.groups().estimates().forEach(e -> add(lines, rows, e.group(), e));
    blocks.add(
        new Block.Picture(
            texts.get("report.effect.figure", outcome), new Figure.Intervals(outcome, 0, lines)));
    blocks.add(EstimateTable.of(outcome, rows, texts));
    blocks.addAll(
        FamilyTable.of(
            result.family().members().stream()
                .filter(member -> member.estimate().arm().equals(arm.arm()))
                .toList(),
            texts));
  }

  private static void add(
      List<Figure.Line> lines, List<List<String>> rows, String name, EffectEstimate e) {
    lines.add(new Figure.Line(name, e.value(), e.lower(), e.upper()));
    rows.add(
        List.of(
            name,
            FitCard.number(e.value()),
            FitCard.number(e.se()),
            FitCard.number(e.lower()),
            FitCard.number(e.upper())));
  }

  private Figure histogram(CausalFit fit, String reference) {
    Long[][] counts = new Long[2][BINS];
    for (Long[] side : counts) {
      Arrays.fill(side, 0L);
    }
    int[] arm = fit.frame().treatment();
    for (int i = 0; i < arm.length; i++) {
      int bin = Math.min(BINS - 1, (int) (fit.propensity()[i] * BINS));
      counts[arm[i]][bin]++;
    }
    List<Double> edges = IntStream.rangeClosed(0, BINS).mapToObj(k -> (double) k / BINS).toList();
    return new Figure.MirroredHistogram(
        texts.get("report.propensity"),
        edges,
        fit.frame().arms().getLast(),
        List.of(counts[1]),
        reference,
        List.of(counts[0]));
  }

  private Figure lovePlot(ArmResult arm) {
    return new Figure.Dots(
        texts.get("report.smd"),
        result.job().criteria().of(Criterion.LARGEST_STANDARDISED_DIFFERENCE),
        texts.get("report.balance.before"),
        texts.get("report.balance.after"),
        arm.balance().stream()
            .map(b -> new Figure.Dot(b.covariate(), b.before(), b.after()))
            .toList());
  }

  private void targeting(List<Block> blocks, TargetingCurve curve) {
    List<Figure.Line> lines =
        curve.curve().stream()
            .filter(point -> point.share() < 1)
            .map(
                point ->
                    new Figure.Line(
                        Math.round(100 * point.share()) + " %",
                        point.value(),
                        point.value() - WIDE * point.se(),
                        point.value() + WIDE * point.se()))
            .toList();
    blocks.add(new Block.Heading(3, texts.get("fit.targeting")));
    blocks.add(
        new Block.Picture(
            texts.get(
                "fit.targeting.figure",
                FitCard.number(curve.autoc()),
                FitCard.number(curve.autocSe())),
            new Figure.Intervals(outcome, 0, lines)));
  }

  private Block.Table overlap(ArmResult arm) {
    List<List<String>> rows = new ArrayList<>();
    for (OverlapVerdict verdict : arm.verdicts()) {
      for (OverlapVerdict.Measure measure : verdict.measures()) {
        rows.add(
            List.of(
                verdict.estimand().label(),
                measure.criterion(),
                Figures.share(measure.measured()),
                Figures.share(measure.limit()),
                texts.get(measure.holds() ? "report.met" : "report.not-met")));
      }
    }
    return new Block.Table(
        texts.get("report.overlap.table"),
        List.of(
            new Column(texts.get("report.estimand"), false),
            new Column(texts.get("report.criterion"), false),
            new Column(texts.get("report.measured"), true),
            new Column(texts.get("report.limit"), true),
            new Column(texts.get("report.verdict"), false)),
        rows);
  }
}
