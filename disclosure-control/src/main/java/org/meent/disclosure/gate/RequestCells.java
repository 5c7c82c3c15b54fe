// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.gate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.meent.disclosure.output.Estimate;
import org.meent.disclosure.output.EstimateTable;
import org.meent.disclosure.output.FlowOutput;
import org.meent.disclosure.output.FlowTrack;
import org.meent.disclosure.output.FrequencyTable;
import org.meent.disclosure.output.MagnitudeTable;
import org.meent.disclosure.output.Population;
import org.meent.disclosure.output.RowOutput;
import org.meent.disclosure.output.StatisticalOutput;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/** Takes every number out of the outputs of a request and puts it into one system. */
final class RequestCells {
  private static final SortedMap<String, String> EVERYBODY = new TreeMap<>();

  private RequestCells() {}

  /**
   * All counts of units and records.
   *
   * @param minimum fewest units behind a figure
   */
  static CellSystem counts(List<StatisticalOutput> outputs, long minimum) {
    CellSystem system = new CellSystem();
    for (StatisticalOutput output : outputs) {
      system.show(total(output.population()), output.population().units(), output.id());
      switch (output) {
        case FrequencyTable table -> units(table).forEach((k, v) -> system.show(k, v, table.id()));
        case MagnitudeTable table -> units(table).forEach((k, v) -> system.show(k, v, table.id()));
        case EstimateTable table -> units(table).forEach((k, v) -> system.show(k, v, table.id()));
        case FlowOutput flow -> addFlow(system, flow);
        case RowOutput rows -> addRows(system, rows);
      }
    }
    Rising.relate(system, outputs.stream().flatMap(RequestCells::rising).toList());
    List<Population> populations = outputs.stream().map(StatisticalOutput::population).toList();
    for (List<String> pair : CellSystem.nested(populations)) {
      system.addDifferences(CellKey.units(pair.get(0)), CellKey.units(pair.get(1)), false);
    }
    system.closeTotals(false);
    system.addEqualFlowCells(minimum);
    return system;
  }

  /** All sums of one measure. */
  static CellSystem sums(List<SumCell> shown, List<Population> populations, boolean negatives) {
    CellSystem system = new CellSystem();
    shown.forEach(sum -> system.show(sum.key(), sum.cell().sum(), sum.output()));
    String measure = shown.getFirst().measure();
    for (List<String> pair : CellSystem.nested(populations)) {
      system.addDifferences(
          CellKey.sum(measure, pair.get(0)), CellKey.sum(measure, pair.get(1)), negatives);
    }
    system.closeTotals(negatives);
    return system;
  }

  /** Every sum that an output gives away. */
  static List<SumCell> sums(StatisticalOutput output) {
    return switch (output) {
      case FrequencyTable table -> List.of();
      case MagnitudeTable table -> sums(table);
      case EstimateTable table -> List.of();
      case FlowOutput flow -> List.of();
      case RowOutput rows -> RowRule.of(rows).sums();
    };
  }

  private static List<SumCell> sums(MagnitudeTable table) {
    List<SumCell> sums = new ArrayList<>();
    for (TablePlace place : TablePlace.of(table.rows(), table.columns())) {
      sums.add(
          new SumCell(
              table.id(),
              table.measure(),
              sum(table, place),
              units(table, place.codes()),
              place.cell(table.evidence().cells()),
              table.evidence().sign()));
    }
    return sums;
  }

  static CellKey total(Population population) {
    return new CellKey(CellKey.units(population.id()), EVERYBODY);
  }

  static CellKey units(StatisticalOutput output, SortedMap<String, String> codes) {
    return new CellKey(CellKey.units(output.population().id()), codes);
  }

  static CellKey sum(MagnitudeTable table, TablePlace place) {
    return new CellKey(CellKey.sum(table.measure(), table.population().id()), place.codes());
  }

  static CellKey treated(EstimateTable table, Estimate row) {
    return units(table, row.group()).with(table.armVariable(), row.arm());
  }

  static CellKey controls(EstimateTable table, Estimate row) {
    return units(table, row.group()).with(table.armVariable(), row.reference());
  }

  /** Every count that an output shows beside its population. */
  static List<CellKey> shown(StatisticalOutput output) {
    return switch (output) {
      case FrequencyTable table -> List.copyOf(units(table).keySet());
      case MagnitudeTable table -> List.copyOf(units(table).keySet());
      case EstimateTable table -> List.copyOf(units(table).keySet());
      case FlowOutput flow -> flowKeys(flow);
      case RowOutput rows -> List.copyOf(RowRule.of(rows).counts().keySet());
    };
  }

  private static SequencedMap<CellKey, Long> units(FrequencyTable table) {
    SequencedMap<CellKey, Long> units = new LinkedHashMap<>();
    for (TablePlace place : TablePlace.of(table.rows(), table.columns())) {
      units.put(units(table, place.codes()), place.count(table.evidence().units()));
    }
    return units;
  }

  private static SequencedMap<CellKey, Long> units(MagnitudeTable table) {
    SequencedMap<CellKey, Long> units = new LinkedHashMap<>();
    for (TablePlace place : TablePlace.of(table.rows(), table.columns())) {
      units.put(units(table, place.codes()), place.cell(table.evidence().cells()).units());
    }
    return units;
  }

  private static SequencedMap<CellKey, Long> units(EstimateTable table) {
    SequencedMap<CellKey, Long> units = new LinkedHashMap<>();
    for (Estimate row : table.rows()) {
      once(units, treated(table, row), row.evidence().treated(), table.id());
      once(units, controls(table, row), row.evidence().controls(), table.id());
    }
    return units;
  }

  /** Adds a number that an output may show twice, but not differently. */
  static void once(SequencedMap<CellKey, Long> units, CellKey key, long value, String output) {
    Long before = units.put(key, value);
    if (before != null && before != value) {
      throw Refusal.badInput(
              "disclosure.gate.contradiction", Where.field(output), key.subject(), key.space())
          .asException();
    }
  }

  /**
   * A number of a flow: what goes in is what came out before, what ends in a population its total.
   */
  static CellKey flowCell(
      FlowOutput flow, FlowTrack track, int step, FlowPart part, String reason) {
    if (part == FlowPart.IN && step > 0) {
      return flowCell(flow, track, step - 1, FlowPart.OUT, "");
    }
    if (part == FlowPart.IN && !track.startsFrom().isEmpty()) {
      FlowTrack before = track(flow, track.startsFrom());
      return flowCell(flow, before, before.steps().size() - 1, FlowPart.OUT, "");
    }
    if (part == FlowPart.OUT && step == track.steps().size() - 1 && !track.endsIn().isEmpty()) {
      return new CellKey(CellKey.units(track.endsIn()), EVERYBODY);
    }
    TreeMap<String, String> codes = new TreeMap<>();
    codes.put("track", track.of());
    codes.put("step", (step + 1) + " " + track.steps().get(step).name());
    codes.put(part.label(), reason.isEmpty() ? "all" : reason);
    return new CellKey(CellKey.flow(flow.id()), codes);
  }

  /** The numbers of a step in the order shown, with their places. */
  static List<FlowPlace> places(FlowOutput flow) {
    List<FlowPlace> places = new ArrayList<>();
    for (FlowTrack track : flow.evidence().tracks()) {
      for (int i = 0; i < track.steps().size(); i++) {
        FlowTrack.Step step = track.steps().get(i);
        int at = i;
        places.add(FlowPlace.of(flow, track, at, FlowPart.IN, "", step.in()));
        step.losses()
            .forEach((r, n) -> places.add(FlowPlace.of(flow, track, at, FlowPart.LOST, r, n)));
        step.duplications()
            .forEach((r, n) -> places.add(FlowPlace.of(flow, track, at, FlowPart.ADDED, r, n)));
        places.add(FlowPlace.of(flow, track, at, FlowPart.OUT, "", step.out()));
      }
    }
    return places;
  }

  private static List<CellKey> flowKeys(FlowOutput flow) {
    return places(flow).stream().map(FlowPlace::key).toList();
  }

  private static FlowTrack track(FlowOutput flow, String name) {
    return flow.evidence().tracks().stream()
        .filter(track -> track.of().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Stream<Rising> rising(StatisticalOutput output) {
    return output instanceof RowOutput rows ? RowRule.of(rows).rising().stream() : Stream.empty();
  }

  private static void addRows(CellSystem system, RowOutput output) {
    RowRule rule = RowRule.of(output);
    rule.counts().forEach((key, value) -> system.show(key, value, output.id()));
    rule.relate(system);
  }

  /**
   * Every step balances. What comes out of a whole track may be known from elsewhere: whoever sees
   * how many were treated sees how many rows of the treatment's source found their person.
   */
  private static void addFlow(CellSystem system, FlowOutput flow) {
    List<CellKey> cells = new ArrayList<>();
    List<Integer> coefficients = new ArrayList<>();
    for (FlowPlace place : places(flow)) {
      system.show(place.key(), place.value(), flow.id());
      cells.add(place.key());
      coefficients.add(place.part().sign());
      if (place.part() == FlowPart.OUT) {
        system.relate(cells, coefficients);
        cells.clear();
        coefficients.clear();
        if (isKnownElsewhere(flow, place)) {
          system.know(place.key());
        }
      }
    }
  }

  /** Whether it is the end of a track that no other number of the request is tied to. */
  private static boolean isKnownElsewhere(FlowOutput flow, FlowPlace place) {
    FlowTrack track = track(flow, place.track());
    return place.number() == track.steps().size()
        && track.endsIn().isEmpty()
        && flow.evidence().tracks().stream()
            .noneMatch(other -> other.startsFrom().equals(track.of()));
  }
}
