// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.meent.disclosure.report.Block;
import org.meent.disclosure.report.Block.Column;
import org.meent.disclosure.report.Block.Finding;
import org.meent.disclosure.report.Block.Heading;
import org.meent.disclosure.report.Block.Paragraph;
import org.meent.disclosure.report.Block.Picture;
import org.meent.disclosure.report.Block.Table;
import org.meent.disclosure.report.Block.Verdict;
import org.meent.disclosure.report.Figure.Dot;
import org.meent.disclosure.report.Figure.Dots;
import org.meent.disclosure.report.Figure.FlowChart;
import org.meent.disclosure.report.Figure.Intervals;
import org.meent.disclosure.report.Figure.Line;
import org.meent.disclosure.report.Figure.MirroredHistogram;
import org.meent.disclosure.report.Figure.Step;
import org.meent.disclosure.report.Report;
import org.meent.disclosure.report.Report.Marking;

/** A small report with each kind of block and figure; its numbers are invented. */
final class SampleReport {
  static final Locale DUTCH = Locale.of("nl");

  private SampleReport() {}

  static Report dutch() {
    return new Report("Wat helpt naar werk?", Marking.INSIDE_ONLY, true, DUTCH, blocks());
  }

  static Report of(Marking marking, boolean demonstration, Locale language) {
    return new Report("What helps?", marking, demonstration, language, blocks());
  }

  /** A report in which each text is the same hostile one. */
  static Report saying(String text) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Heading(2, text));
    blocks.add(new Heading(2, text));
    blocks.add(new Heading(2, text));
    blocks.add(new Heading(2, text));
    blocks.add(new Paragraph(text));
    blocks.add(new Finding(Verdict.FAIL, text, text));
    List<Column> columns = List.of(new Column(text, false), new Column(text, true));
    blocks.add(new Table(text, columns, List.of(List.of(text, text))));
    blocks.add(new Picture(text, new Intervals(text, 0, List.of(new Line(text, 1, 0, 2)))));
    blocks.add(new Picture(text, new Dots(text, 0.1, text, text, List.of(new Dot(text, 1, 0)))));
    blocks.add(new Picture(text, new FlowChart(List.of(new Step(text, text, List.of(text))))));
    blocks.add(
        new Picture(
            text,
            new MirroredHistogram(text, List.of(0.0, 1.0), text, List.of(1L), text, List.of(2L))));
    return new Report(text, Marking.FOR_CHECKERS, true, Locale.ENGLISH, blocks);
  }

  private static List<Block> blocks() {
    return List.of(
        new Paragraph("De onzekerheid staat bij elk getal.\nEen tweede regel."),
        new Heading(2, "Koppeling"),
        table(),
        new Heading(2, "Bevindingen"),
        new Finding(Verdict.PASS, "drempel", "Alle cellen tellen 10 of meer."),
        new Finding(Verdict.REVIEW, "verschil", "Een mens moet oordelen."),
        new Finding(Verdict.FAIL, "dominantie", "Eén gemeente draagt te veel bij."),
        new Finding(Verdict.NOT_RUN, "audit", "Niet uitgevoerd."),
        new Heading(2, "Figuren"),
        new Heading(3, "Effecten"),
        intervals(),
        dots(),
        histogram(),
        new Heading(2, "Stroom"),
        flow());
  }

  static Table table() {
    return new Table(
        "Records per bron",
        List.of(new Column("bron", false), new Column("records", true), new Column("deel", true)),
        List.of(
            List.of("bijstand, alle gemeenten", "184 320", "0.98"),
            List.of("=SUM(A1:A9)", "12310", "-0.20"),
            List.of("\"spolis\"", "–", "007")));
  }

  static Picture intervals() {
    return new Picture(
        "Effect op maanden in betaald werk",
        new Intervals(
            "verschil in maanden",
            0,
            List.of(
                new Line("jobcoach", 2.14, 0.83, 3.45),
                new Line("loonkostensubsidie", -0.75, Double.NEGATIVE_INFINITY, 0.4),
                new Line("beschut werk", Double.NaN, Double.NaN, Double.NaN))));
  }

  static Picture dots() {
    return new Picture(
        "Balans van de kenmerken",
        new Dots(
            "gestandaardiseerd verschil",
            0.1,
            "vóór weging",
            "na weging",
            List.of(new Dot("leeftijd", 0.45, 0.02), new Dot("duur", -0.62, -0.04))));
  }

  static Picture histogram() {
    return new Picture(
        "Kans op een jobcoach in beide groepen",
        new MirroredHistogram(
            "geschatte kans",
            List.of(0.0, 0.25, 0.5, 0.75, 1.0),
            "kreeg jobcoach",
            List.of(12L, 40L, 61L, 30L),
            "kreeg niets",
            List.of(90L, 51L, 14L, 0L)));
  }

  static Picture flow() {
    return new Picture(
        "Van register naar cohort",
        new FlowChart(
            List.of(
                new Step(
                    "spells in 2015 of 2016", "184 320", List.of("− 12 004 te jong of te oud")),
                new Step("cohort", "172 316", List.of()))));
  }
}
