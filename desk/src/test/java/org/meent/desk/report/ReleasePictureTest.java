// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.meent.desk.render.SvgRenderer;
import org.meent.disclosure.gate.Gate;
import org.meent.disclosure.gate.Releasable;
import org.meent.disclosure.output.BinnedFigure;
import org.meent.disclosure.output.BinnedFigure.Bin;
import org.meent.disclosure.output.BinnedFigure.Edges;
import org.meent.disclosure.output.GroupEvidence;
import org.meent.disclosure.output.GroupMean;
import org.meent.disclosure.output.Population;
import org.meent.disclosure.output.SegmentTable;
import org.meent.disclosure.output.StatisticalOutput;
import org.meent.disclosure.output.SurvivalStep;
import org.meent.disclosure.output.SurvivalTable;
import org.meent.disclosure.report.Block.Picture;
import org.meent.disclosure.report.Figure.Curves;
import org.meent.disclosure.report.Figure.End;
import org.meent.disclosure.report.Figure.Ends;
import org.meent.disclosure.report.Figure.Joined;
import org.meent.disclosure.report.Figure.Point;
import org.meent.disclosure.report.Figure.Series;
import org.meent.disclosure.report.Report.Marking;
import org.meent.disclosure.rule.RuleSet;

class ReleasePictureTest {

  @Test
  void aSurvivalCurveStartsAtOneAndGoesDownInSteps() {
    Picture picture = picture(survival());

    assertThat(picture.figure())
        .isEqualTo(
            new Curves(
                "time",
                "survival",
                Joined.STEPS,
                List.of(
                    new Series(
                        "Total", List.of(new Point(0, 1), new Point(1, 0.8), new Point(2, 0.7))))));
  }

  @Test
  void aHistogramHasAGapWhereABinIsLeftOut() {
    Picture picture = picture(histogram(40, 9, 30, 12, 50));
    Curves curves = (Curves) picture.figure();

    assertThat(curves.joined()).isEqualTo(Joined.STEPS);
    assertThat(curves.series()).extracting(Series::label).containsOnly("units");
    assertThat(curves.series())
        .flatExtracting(Series::points)
        .contains(new Point(0, 40), new Point(10, 40), new Point(40, 50), new Point(50, 50))
        .noneMatch(point -> ((Point) point).y() == 9);
    assertThat(curves.series().size()).isGreaterThan(1);
  }

  @Test
  void aCalibrationCurveHasAPointInTheMiddleOfEachBin() {
    Bin low = bin(0, 40, 10);
    Bin high = bin(1, 50, 30);
    BinnedFigure curve =
        new BinnedFigure(
            "c",
            "Calibration",
            new Population("p", "everybody", 90),
            "prediction",
            "prediction",
            new Edges(0, 0),
            List.of(low, high));

    assertThat(((Curves) picture(curve).figure()).series())
        .containsExactly(new Series("mean_work", List.of(new Point(5, 0.25), new Point(15, 0.6))));
  }

  @Test
  void aRuleIsATreeOfItsEnds() {
    SegmentTable rule =
        rule("age ≤ 30 → course", "age > 30, sex = 1 → coach", "age > 30, sex ≠ 1 → none");
    Picture picture = picture(rule);

    assertThat(((Ends) picture.figure()).ends())
        .containsExactly(
            new End(List.of("age ≤ 30"), "course", "40"),
            new End(List.of("age > 30", "sex = 1"), "coach", "41"),
            new End(List.of("age > 30", "sex ≠ 1"), "none", "42"));
    // two ends share the branch of those over 30
    assertThat(svg(picture)).containsOnlyOnce(">age &gt; 30</text>").contains(">coach</text>");
  }

  @Test
  void segmentsThatNoRuleMadeHaveNoPicture() {
    Releasable releasable =
        Gate.under(RuleSet.named("cbs-ra"))
            .judge(List.of(rule("everybody: no pattern found")))
            .releasables()
            .getFirst();
    assertThat(ReleasePicture.of(releasable)).isEmpty();
  }

  private static SegmentTable rule(String... ends) {
    List<SegmentTable.Segment> segments = new ArrayList<>();
    long all = 0;
    for (String end : ends) {
      long units = 40 + segments.size();
      all += units;
      segments.add(
          new SegmentTable.Segment(
              Integer.toString(segments.size() + 1), end, GroupEvidence.of(units)));
    }
    return new SegmentTable(
        "r",
        "Rule",
        new Population("p", "everybody", all),
        SegmentTable.Found.POLICY_TREE,
        "end",
        "",
        segments);
  }

  @Test
  void theDrawingSaysItsNumbersInWordsAndIsTheSameTwice() {
    String svg = svg(picture(survival()));

    assertThat(svg)
        .isEqualTo(svg(picture(survival())))
        .contains(
            "Total, time 0.00, survival 1.000",
            "<line",
            "stroke-width=\"2\"",
            ">Total</text>",
            ">time</text>");
  }

  private static String svg(Picture picture) {
    return SvgRenderer.render(picture, Marking.FOR_CHECKERS, false, Locale.ENGLISH);
  }

  private static Picture picture(StatisticalOutput output) {
    Releasable releasable =
        Gate.under(RuleSet.named("cbs-ra")).judge(List.of(output)).releasables().getFirst();
    return ReleasePicture.of(releasable).orElseThrow();
  }

  private static SurvivalTable survival() {
    // 1 - 20/100 = 0.8; 0.8 (1 - 10/80) = 0.7
    return new SurvivalTable(
        "k",
        "Time to work",
        new Population("p", "everybody", 100),
        "work",
        "found work",
        "months",
        List.of(
            new SurvivalTable.Curve(
                new TreeMap<>(),
                List.of(new SurvivalStep(1, 100, 20, 0), new SurvivalStep(2, 80, 10, 10)))));
  }

  private static BinnedFigure histogram(long... units) {
    List<Bin> bins = new ArrayList<>();
    long all = 0;
    for (long n : units) {
      bins.add(new Bin(10.0 * bins.size(), 10.0 * bins.size() + 10, GroupEvidence.of(n)));
      all += n;
    }
    return new BinnedFigure(
        "h", "Ages", new Population("p", "everybody", all), "age", "age", new Edges(0, 0), bins);
  }

  private static Bin bin(int place, long units, long having) {
    return new Bin(
        10.0 * place,
        10.0 * place + 10,
        GroupEvidence.of(units, List.of(GroupMean.share("work", "found work", units, having))));
  }
}
