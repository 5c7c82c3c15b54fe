// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.meent.desk.text.Texts;
import org.meent.disclosure.report.Block;
import org.meent.disclosure.report.Figure;
import org.meent.models.effect.EffectEstimate;
import org.meent.models.study.ExitResult;
import org.meent.models.survival.CurvePoint;
import org.meent.models.survival.ExitCurves;
import org.meent.models.survival.ExitCurves.ExitCurve;

/** Curves of leaving, for people, inside only: shares by arm, the difference, months gained. */
final class ExitSection {
  private final Texts texts;

  ExitSection(Texts texts) {
    this.texts = texts;
  }

  /** Planned curves of a study, or why there are none. */
  List<Block> blocks(ExitResult result) {
    return switch (result.outcome()) {
      case ExitResult.Estimated(var curves) -> {
        List<Block> blocks = new ArrayList<>(blocks(curves));
        curves.exits().forEach(curve -> blocks.add(difference(curve)));
        blocks.add(gains(curves));
        yield blocks;
      }
      case ExitResult.Refused(String reason) ->
          List.of(
              new Block.Heading(2, texts.get("exits.planned", result.exits())),
              new Block.Finding(
                  Block.Verdict.FAIL, result.exits(), texts.get("exits.refused", reason)));
    };
  }

  /** Curves with the differences of every sixth month. */
  List<Block> blocks(ExitCurves curves) {
    List<Block> blocks = new ArrayList<>();
    String arm = curves.arms().getLast();
    String reference = curves.arms().getFirst();
    blocks.add(new Block.Heading(2, texts.get("further.exits", arm, reference)));
    blocks.add(
        new Block.Paragraph(texts.get("fit.whom." + curves.estimand().label(), arm, reference)));
    blocks.add(new Block.Paragraph(texts.get("further.exits.text")));
    for (ExitCurve curve : curves.exits()) {
      blocks.add(
          new Block.Picture(
              texts.get("further.exits.figure", curve.kind()),
              new Figure.Curves(
                  texts.get("further.months"),
                  texts.get("further.share"),
                  Figure.Joined.STEPS,
                  List.of(series(reference, curve.reference()), series(arm, curve.arm())))));
    }
    blocks.add(
        new Block.Table(
            texts.get("further.exits.table", arm, reference),
            columns(
                "further.kind",
                "further.month",
                "further.reference",
                "further.arm",
                "report.value",
                "report.lower",
                "report.upper"),
            curves.exits().stream().flatMap(this::rows).toList()));
    return blocks;
  }

  private Block difference(ExitCurve curve) {
    List<Figure.Series> series =
        List.of(
            line(texts.get("report.value"), curve, CurvePoint::value),
            line(texts.get("report.lower"), curve, CurvePoint::bandLower),
            line(texts.get("report.upper"), curve, CurvePoint::bandUpper));
    return new Block.Picture(
        texts.get("exits.difference.figure", curve.kind()),
        new Figure.Curves(
            texts.get("further.months"),
            texts.get("exits.difference"),
            Figure.Joined.LINES,
            series));
  }

  private static Figure.Series line(
      String label, ExitCurve curve, java.util.function.ToDoubleFunction<CurvePoint> of) {
    return new Figure.Series(
        label,
        curve.difference().stream()
            .map(point -> new Figure.Point(point.month(), of.applyAsDouble(point)))
            .toList());
  }

  private Block gains(ExitCurves curves) {
    int horizon = curves.exits().getFirst().difference().size();
    return new Block.Table(
        texts.get("exits.gained", horizon),
        columns("further.kind", "report.value", "report.se", "report.lower", "report.upper"),
        curves.exits().stream()
            .map(
                curve -> {
                  EffectEstimate gained = curve.monthsGained();
                  return List.of(
                      curve.kind(),
                      Figures.amount(gained.value()),
                      Figures.amount(gained.se()),
                      Figures.amount(gained.lower()),
                      Figures.amount(gained.upper()));
                })
            .toList());
  }

  private static Figure.Series series(String label, List<CurvePoint> points) {
    List<Figure.Point> drawn = new ArrayList<>(List.of(new Figure.Point(0, 0)));
    points.forEach(point -> drawn.add(new Figure.Point(point.month(), point.value())));
    return new Figure.Series(label, drawn);
  }

  /** Every sixth month and the last one; the band holds for the whole curve. */
  private Stream<List<String>> rows(ExitCurve curve) {
    return curve.difference().stream()
        .filter(p -> p.month() % 6 == 0 || p.month() == curve.difference().size())
        .map(
            point ->
                List.of(
                    curve.kind(),
                    Integer.toString(point.month()),
                    Figures.share(curve.reference().get(point.month() - 1).value()),
                    Figures.share(curve.arm().get(point.month() - 1).value()),
                    Figures.share(point.value()),
                    Figures.share(point.bandLower()),
                    Figures.share(point.bandUpper())));
  }

  /** The first of words, the others of numbers. */
  private List<Block.Column> columns(String... keys) {
    List<Block.Column> columns = new ArrayList<>();
    for (String key : keys) {
      columns.add(new Block.Column(texts.get(key), !columns.isEmpty()));
    }
    return columns;
  }
}
