// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.elsewhere;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.meent.disclosure.output.FlowOutput;
import org.meent.disclosure.output.FlowTrack;
import org.meent.disclosure.output.Population;

/**
 * A flow of records: {@code track}, {@code step}, {@code part} (in, lost, added, out), {@code
 * reason} and {@code count}, the steps of a track in their order. The last number of the last track
 * is the population.
 */
final class FlowForm implements TidyForm {
  private static final String TRACK = "track";
  private static final String STEP = "step";
  private static final String PART = "part";
  private static final String COUNT = "count";

  @Override
  public String kind() {
    return "flow";
  }

  @Override
  public boolean fits(Sheet sheet) {
    return List.of(TRACK, STEP, PART, COUNT).stream().allMatch(sheet::has);
  }

  @Override
  public Reading read(Sheet sheet, Knowledge knowledge) {
    SortedMap<Integer, List<FlowTrack.Step>> steps = new TreeMap<>();
    List<String> tracks = new ArrayList<>();
    int row = 0;
    while (row < sheet.rows().size()) {
      int end = row + 1;
      while (end < sheet.rows().size() && sameStep(sheet, row, end)) {
        end++;
      }
      String track = sheet.text(row, TRACK);
      if (!tracks.contains(track)) {
        tracks.add(track);
      }
      steps
          .computeIfAbsent(tracks.indexOf(track), t -> new ArrayList<>())
          .add(step(sheet, row, end));
      row = end;
    }
    return Reading.Whole.stated(kind(), flow(sheet, knowledge, tracks, steps), Set.of(), List.of());
  }

  private static boolean sameStep(Sheet sheet, int row, int other) {
    return sheet.text(row, TRACK).equals(sheet.text(other, TRACK))
        && sheet.text(row, STEP).equals(sheet.text(other, STEP));
  }

  private static FlowOutput flow(
      Sheet sheet,
      Knowledge knowledge,
      List<String> names,
      SortedMap<Integer, List<FlowTrack.Step>> steps) {
    long left = steps.lastEntry().getValue().getLast().out();
    Population population = knowledge.populations().of(sheet, left);
    List<FlowTrack> tracks = new ArrayList<>();
    steps.forEach(
        (index, of) -> {
          for (int i = 1; i < of.size(); i++) {
            if (of.get(i).in() != of.get(i - 1).out()) {
              throw refuse(sheet, "disclosure.elsewhere.flow", names.get(index));
            }
          }
          boolean last = index == names.size() - 1;
          tracks.add(new FlowTrack(names.get(index), "", last ? population.id() : "", of));
        });
    return FlowOutput.of(
        sheet.id(),
        sheet.free("title", sheet.id()),
        population,
        sheet.free("unit", "records"),
        tracks);
  }

  private static FlowTrack.Step step(Sheet sheet, int from, int to) {
    Cells cells = new Cells(sheet);
    SortedMap<String, Long> lost = new TreeMap<>();
    SortedMap<String, Long> added = new TreeMap<>();
    long in = -1;
    long out = -1;
    for (int row = from; row < to; row++) {
      String reason = sheet.has("reason") ? sheet.text(row, "reason") : "";
      long count = cells.count(row, COUNT);
      boolean twice = false;
      switch (sheet.text(row, PART)) {
        case "in" -> {
          twice = in >= 0;
          in = count;
        }
        case "out" -> {
          twice = out >= 0;
          out = count;
        }
        case "lost" -> twice = lost.put(reason, count) != null;
        case "added" -> twice = added.put(reason, count) != null;
        default -> throw sheet.refuse("disclosure.elsewhere.part", row, PART);
      }
      if (twice) {
        throw sheet.refuse("disclosure.elsewhere.cell-twice", row, PART);
      }
    }
    long lostAll = lost.values().stream().mapToLong(Long::longValue).sum();
    long addedAll = added.values().stream().mapToLong(Long::longValue).sum();
    if (in < 0 || out < 0 || in - lostAll + addedAll != out) {
      throw sheet.refuse("disclosure.elsewhere.flow", from, sheet.text(from, STEP));
    }
    return new FlowTrack.Step(sheet.text(from, STEP), in, lost, added, out);
  }

  private static RuntimeException refuse(Sheet sheet, String code, String track) {
    return sheet.refuse(code, 0, track);
  }
}
