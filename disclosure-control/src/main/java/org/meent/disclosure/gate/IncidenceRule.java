// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.gate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import org.meent.disclosure.output.IncidenceStep;
import org.meent.disclosure.output.IncidenceTable;
import org.meent.disclosure.output.IncidenceTable.Curve;
import org.meent.disclosure.output.IncidenceTable.Of;
import org.meent.disclosure.output.IncidenceTable.Point;
import org.meent.disclosure.output.IncidenceTable.Side;
import org.meent.disclosure.report.Block.Verdict;
import org.meent.disclosure.rule.RuleSet;

/**
 * Curves of leaving in several ways. At every time the units of an arm are a table: left in each
 * way, left otherwise or no longer seen, still there. An adjusted share gives such a count away at
 * most roughly; it is treated as if it gave it exactly, because nothing in it says how much it was
 * adjusted. Once a count of a step is left out, the rest of the curves of that arm is.
 */
record IncidenceRule(IncidenceTable table) implements RowRule {
  private static final String OTHERWISE = "otherwise";
  private static final String AT_RISK = "at risk";

  @Override
  public SequencedMap<CellKey, Long> counts() {
    SequencedMap<CellKey, Long> counts = new LinkedHashMap<>();
    for (Side side : table.sides()) {
      counts.put(RequestCells.units(table, side.group()), side.steps().getFirst().atRisk());
      for (int how = 0; how < ways().size(); how++) {
        long until = 0;
        for (int i = 0; i < side.steps().size(); i++) {
          IncidenceStep step = side.steps().get(i);
          until += units(step, how);
          counts.put(until(side, ways().get(how), step), until);
          if (i > 0) {
            counts.put(within(side, ways().get(how), i), units(step, how));
          }
        }
      }
      side.steps().forEach(step -> counts.put(until(side, AT_RISK, step), step.left()));
    }
    return counts;
  }

  /** The ways of leaving, and otherwise. */
  private List<String> ways() {
    List<String> ways = new ArrayList<>(table.kinds());
    ways.add(OTHERWISE);
    return ways;
  }

  private static long units(IncidenceStep step, int way) {
    return way < step.events().size() ? step.events().get(way) : step.otherwise();
  }

  /** What a step has is what there is at its end more than at its beginning. */
  @Override
  public void relate(CellSystem system) {
    for (Side side : table.sides()) {
      for (int i = 1; i < side.steps().size(); i++) {
        for (String way : ways()) {
          system.relate(
              List.of(
                  until(side, way, side.steps().get(i)),
                  until(side, way, side.steps().get(i - 1)),
                  within(side, way, i)),
              List.of(1, -1, -1));
        }
      }
    }
  }

  @Override
  public List<Rising> rising() {
    List<Rising> rising = new ArrayList<>();
    for (Side side : table.sides()) {
      CellKey base = RequestCells.units(table, side.group());
      for (IncidenceStep step : side.steps()) {
        for (String way : ways()) {
          rising.add(new Rising(base, variable(), way, step.time(), until(side, way, step)));
        }
      }
    }
    return rising;
  }

  /** Counts of the same name count the same: the name says what is told apart. */
  private String variable() {
    return table.untold().isEmpty()
        ? table.event()
        : table.event() + " without " + String.join(", ", table.untold());
  }

  private CellKey until(Side side, String way, IncidenceStep step) {
    return RequestCells.units(table, side.group())
        .with(variable() + " by " + Rising.place(step.time()), way);
  }

  private CellKey within(Side side, String way, int step) {
    return Rising.between(
        RequestCells.units(table, side.group()),
        variable(),
        way,
        side.steps().get(step - 1).time(),
        side.steps().get(step).time());
  }

  @Override
  public Reading read(Judging judging) {
    List<Row> rows = new ArrayList<>();
    table.curves().forEach(curve -> rows.addAll(rows(curve, judging)));
    table.gains().forEach(gain -> rows.add(gain(gain)));
    List<Concern> whole = new ArrayList<>(judging.looked(rows, RuleSet.GROUP_DISCLOSURE));
    whole.add(Concern.of("survival", Verdict.PASS, "incidence.implied", judging.minimum()));
    return new Reading(
        Releasable.Kind.INCIDENCE,
        List.of(
            Reading.text("curve"),
            Reading.text("exit"),
            Reading.text("time"),
            Reading.number("at_risk"),
            Reading.number("value"),
            Reading.number("band_lower"),
            Reading.number("band_upper")),
        rows,
        whole);
  }

  private List<Row> rows(Curve curve, Judging judging) {
    List<Row> rows = new ArrayList<>();
    List<CellKey> known = new ArrayList<>();
    List<Side> behind = behind(curve.of());
    behind.forEach(side -> known.add(RequestCells.units(table, side.group())));
    int kind = table.kinds().indexOf(curve.kind());
    long events = 0;
    for (int i = 0; i < curve.points().size(); i++) {
      int at = i;
      List<CellKey> before = List.copyOf(known);
      behind.forEach(side -> known.addAll(cells(side, at)));
      List<Concern> concerns = List.of();
      Item atRisk = new Item.Empty();
      if (behind.size() == 1) {
        List<IncidenceStep> steps = behind.getFirst().steps();
        events += steps.get(i).events().get(kind);
        concerns = judging.alike(events, steps.getFirst().atRisk());
        atRisk = new Item.Count(before, steps.get(i).atRisk());
      }
      Point point = curve.points().get(i);
      rows.add(
          new Row(
              name(curve.of()) + ", " + curve.kind() + " at " + Rising.place(point.time()),
              List.of(
                  new Item.Text(name(curve.of())),
                  new Item.Text(curve.kind()),
                  new Item.Text(Rising.place(point.time())),
                  atRisk,
                  new Item.Figure(point.value()),
                  new Item.Figure(point.lower()),
                  new Item.Figure(point.upper())),
              known,
              concerns));
    }
    return rows;
  }

  private Row gain(IncidenceTable.Gain gain) {
    List<IncidenceStep> steps = table.sides().getFirst().steps();
    List<CellKey> known = new ArrayList<>();
    for (Side side : table.sides()) {
      known.add(RequestCells.units(table, side.group()));
      for (int i = 0; i < steps.size(); i++) {
        known.addAll(cells(side, i));
      }
    }
    String name = table.timeLabel() + " gained";
    return new Row(
        name + ", " + gain.kind(),
        List.of(
            new Item.Text(name),
            new Item.Text(gain.kind()),
            new Item.Text(Rising.place(steps.getLast().time())),
            new Item.Empty(),
            new Item.Figure(gain.value()),
            new Item.Figure(gain.lower()),
            new Item.Figure(gain.upper())),
        known,
        List.of());
  }

  private List<Side> behind(Of of) {
    return switch (of) {
      case REFERENCE -> List.of(table.sides().getFirst());
      case ARM -> List.of(table.sides().getLast());
      case DIFFERENCE -> table.sides();
    };
  }

  private String name(Of of) {
    return switch (of) {
      case REFERENCE, ARM -> String.join(", ", behind(of).getFirst().group().values());
      case DIFFERENCE -> Of.DIFFERENCE.name().toLowerCase(Locale.ROOT);
    };
  }

  /** The counts that are known once a step is. */
  private List<CellKey> cells(Side side, int step) {
    List<CellKey> cells = new ArrayList<>();
    for (String way : ways()) {
      cells.add(until(side, way, side.steps().get(step)));
      if (step > 0) {
        cells.add(within(side, way, step));
      }
    }
    cells.add(until(side, AT_RISK, side.steps().get(step)));
    return cells;
  }
}
