// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.report;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.meent.desk.text.Texts;
import org.meent.disclosure.report.Block;
import org.meent.disclosure.report.Figure;
import org.meent.linkage.flow.Flow;
import org.meent.linkage.flow.FlowStep;

/** The way of the records in a report: a chart of the cohort, and a table of every source. */
final class FlowSection {
  private final Texts texts;

  FlowSection(Texts texts) {
    this.texts = texts;
  }

  List<Block> blocks(List<Flow> flows) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(2, texts.get("report.flow")));
    blocks.add(new Block.Paragraph(texts.get("report.flow.explained")));
    blocks.add(new Block.Picture(texts.get("report.flow.chart"), chart(flows.getLast())));
    blocks.add(table(flows));
    return blocks;
  }

  private Figure chart(Flow flow) {
    List<Figure.Step> steps = new ArrayList<>();
    FlowStep first = flow.steps().getFirst();
    steps.add(new Figure.Step(flow.of(), Long.toString(first.in()), asides(first)));
    for (int i = 0; i < flow.steps().size(); i++) {
      FlowStep step = flow.steps().get(i);
      List<String> next = i + 1 < flow.steps().size() ? asides(flow.steps().get(i + 1)) : List.of();
      steps.add(new Figure.Step(step.name(), Long.toString(step.out()), next));
    }
    return new Figure.FlowChart(steps);
  }

  private List<String> asides(FlowStep step) {
    List<String> asides = new ArrayList<>();
    step.losses().forEach((reason, count) -> asides.add("− " + count + " " + reason));
    step.duplications().forEach((reason, count) -> asides.add("+ " + count + " " + reason));
    return asides;
  }

  private Block.Table table(List<Flow> flows) {
    List<List<String>> rows = new ArrayList<>();
    for (Flow flow : flows) {
      for (FlowStep step : flow.steps()) {
        rows.add(
            List.of(
                flow.of(),
                step.name(),
                Long.toString(step.in()),
                reasons(step.losses()),
                reasons(step.duplications()),
                Long.toString(step.out())));
      }
    }
    return new Block.Table(
        texts.get("report.flow.table"),
        List.of(
            new Block.Column(texts.get("report.flow.of"), false),
            new Block.Column(texts.get("report.flow.step"), false),
            new Block.Column(texts.get("report.flow.in"), true),
            new Block.Column(texts.get("report.flow.lost"), false),
            new Block.Column(texts.get("report.flow.added"), false),
            new Block.Column(texts.get("report.flow.out"), true)),
        rows);
  }

  private static String reasons(SortedMap<String, Long> reasons) {
    List<String> parts = new ArrayList<>();
    reasons.forEach((reason, count) -> parts.add(count + " " + reason));
    return String.join("; ", parts);
  }
}
