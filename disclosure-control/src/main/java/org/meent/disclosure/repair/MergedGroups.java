// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.meent.disclosure.output.BinnedFigure;
import org.meent.disclosure.output.BinnedFigure.Bin;
import org.meent.disclosure.output.GroupEvidence;
import org.meent.disclosure.output.GroupMean;
import org.meent.disclosure.output.SegmentTable;
import org.meent.disclosure.output.SegmentTable.Segment;

/** Bins and segments with some of them made one. */
final class MergedGroups {
  private MergedGroups() {}

  /** A figure whose bins are made one by their places. */
  static BinnedFigure bins(BinnedFigure figure, List<List<Integer>> groups) {
    List<Bin> bins = new ArrayList<>();
    for (List<Integer> group : groups) {
      List<Bin> parts = group.stream().map(figure.bins()::get).toList();
      bins.add(
          new Bin(
              parts.getFirst().lower(),
              parts.getLast().upper(),
              parts.stream().map(Bin::evidence).reduce(MergedGroups::merge).orElseThrow()));
    }
    return new BinnedFigure(
        figure.id(),
        figure.title(),
        figure.population(),
        figure.variable(),
        figure.label(),
        figure.edges(),
        bins);
  }

  /** A table whose segments are made one by their places. */
  static SegmentTable segments(SegmentTable table, List<List<Integer>> groups) {
    List<Segment> segments = new ArrayList<>();
    for (List<Integer> group : groups) {
      List<Segment> parts = group.stream().map(table.segments()::get).toList();
      segments.add(
          new Segment(
              Recoding.joined(parts.stream().map(Segment::code).toList()),
              String.join("; ", parts.stream().map(Segment::description).toList()),
              parts.stream().map(Segment::evidence).reduce(MergedGroups::merge).orElseThrow()));
    }
    return new SegmentTable(
        table.id(),
        table.title(),
        table.population(),
        table.found(),
        table.variable(),
        table.armVariable(),
        segments);
  }

  private static GroupEvidence merge(GroupEvidence one, GroupEvidence other) {
    TreeMap<String, Long> arms = new TreeMap<>(one.arms());
    other.arms().forEach((arm, units) -> arms.merge(arm, units, Long::sum));
    List<GroupMean> means = new ArrayList<>();
    for (int m = 0; m < one.means().size(); m++) {
      GroupMean mean = one.means().get(m);
      means.add(
          new GroupMean(
              mean.measure(),
              mean.label(),
              mean.values(),
              mean.scale(),
              mean.cell().merge(other.means().get(m).cell())));
    }
    return new GroupEvidence(one.units() + other.units(), arms, means);
  }
}
