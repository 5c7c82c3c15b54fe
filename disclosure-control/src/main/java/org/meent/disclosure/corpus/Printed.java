// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.corpus;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.meent.disclosure.gate.Releasable;

/** Figures as anybody can read them, by where they stand. */
final class Printed {
  private static final Pattern SIZE = Pattern.compile("\\(N = ([0-9]+)\\)$");

  private final Map<Place, Double> figures;

  private Printed(Map<Place, Double> figures) {
    this.figures = Collections.unmodifiableMap(figures);
  }

  /**
   * Where a figure stands.
   *
   * @param output id of the output
   * @param row the texts of its row
   * @param heading heading of its column
   */
  record Place(String output, List<String> row, String heading) {
    Place {
      row = List.copyOf(row);
    }
  }

  /** Reads what may leave. */
  static Printed of(List<Releasable> outputs) {
    return of(outputs, Map.of());
  }

  /** Reads what may leave, and figures that are printed beside it. */
  static Printed of(List<Releasable> outputs, Map<Place, Double> beside) {
    Map<Place, Double> figures = new HashMap<>(beside);
    for (Releasable output : outputs) {
      Matcher size = SIZE.matcher(output.population());
      if (size.find()) {
        figures.put(everybody(output.id()), Double.parseDouble(size.group(1)));
      }
      for (int i = 0; i < output.rows().size(); i++) {
        List<String> texts = new ArrayList<>();
        for (int j = 0; j < output.columns().size(); j++) {
          if (!output.columns().get(j).numeric()) {
            texts.add(output.rows().get(i).get(j));
          }
        }
        for (int j = 0; j < output.columns().size(); j++) {
          if (output.columns().get(j).numeric()) {
            Place place = new Place(output.id(), texts, output.columns().get(j).heading());
            output.figure(i, j).ifPresent(value -> figures.put(place, value));
          }
        }
      }
    }
    return new Printed(figures);
  }

  /** Where the number of units of an output's population stands. */
  static Place everybody(String output) {
    return new Place(output, List.of(), "N");
  }

  /** Whether anything of an output is shown. */
  boolean shows(String output) {
    return figures.keySet().stream().anyMatch(place -> place.output().equals(output));
  }

  /** The figure at a place, if it is shown. */
  OptionalDouble at(Place place) {
    Double figure = figures.get(place);
    return figure == null ? OptionalDouble.empty() : OptionalDouble.of(figure);
  }
}
