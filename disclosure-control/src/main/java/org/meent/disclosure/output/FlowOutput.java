// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.output;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The flow of records from every source to the cohort: a linked table with its balance equations,
 * so that a suppressed loss does not come back by subtraction.
 *
 * @param id name in the protocol
 * @param title what it shows
 * @param population whom the flow ends in
 * @param unit what is counted, such as {@code records}
 * @param evidence the tracks
 */
public record FlowOutput(
    String id, String title, Population population, String unit, Evidence.Balance evidence)
    implements StatisticalOutput {

  /**
   * Checks that tracks join and end where they say.
   *
   * @throws IllegalArgumentException if there is no track, a name is twice there, or a track does
   *     not start or end with the number it should
   */
  public FlowOutput {
    if (evidence.tracks().isEmpty()) {
      throw new IllegalArgumentException("flow " + id + " has no tracks");
    }
    Map<String, FlowTrack> byName = new HashMap<>();
    for (FlowTrack track : evidence.tracks()) {
      if (byName.put(track.of(), track) != null) {
        throw new IllegalArgumentException("flow " + id + " has track " + track.of() + " twice");
      }
    }
    for (FlowTrack track : evidence.tracks()) {
      FlowTrack before = byName.get(track.startsFrom());
      boolean missing = before == null && !track.startsFrom().isEmpty();
      boolean broken =
          before != null && before.steps().getLast().out() != track.steps().getFirst().in();
      boolean elsewhere =
          track.endsIn().equals(population.id())
              && track.steps().getLast().out() != population.units();
      if (missing || broken || elsewhere) {
        throw new IllegalArgumentException(
            "flow " + id + ": track " + track.of() + " does not start or end where it says");
      }
    }
  }

  /** A flow of these tracks. */
  public static FlowOutput of(
      String id, String title, Population population, String unit, List<FlowTrack> tracks) {
    return new FlowOutput(id, title, population, unit, new Evidence.Balance(tracks));
  }

  @Override
  public List<Statbarn> statbarns() {
    return List.of(Statbarn.LINKED_MULTILEVEL_TABLES);
  }

  /** The shape; never a figure. */
  @Override
  public String toString() {
    return "FlowOutput[" + id + ", " + evidence.tracks().size() + " tracks]";
  }
}
