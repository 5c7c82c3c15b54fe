// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.spell;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.meent.protocols.literature.Reference;

/**
 * Competing exits from a state, out of a composed track ({@link StateComposition}): each ends in
 * the state that follows, unless that state only means that nothing more is known.
 *
 * <p>Follow-up is a window within the observed days. A spell that has no day in it is left out. An
 * exit on the first day after follow-up, or later, was not seen. A spell that begins on the first
 * composed day was not seen to begin.
 *
 * @param follow the days of follow-up
 * @param censoring states that say nothing about why the person left, such as end of data or moved
 *     abroad
 */
@Reference(
    authors = "P. K. Andersen, R. B. Geskus, T. de Witte, H. Putter (2012)",
    title = "Competing risks in epidemiology: possibilities and pitfalls",
    source = "International Journal of Epidemiology 41(3), 861-870",
    url = "https://doi.org/10.1093/ije/dyr213")
public record Exits(Window follow, Set<Integer> censoring) {
  /** Copies the states. */
  public Exits {
    censoring = Set.copyOf(censoring);
  }

  /**
   * The exits from a state, in order of time.
   *
   * @param composed spells that touch and do not overlap
   * @param state the state that is left
   * @throws IllegalArgumentException if spells overlap or leave a gap
   */
  public List<Exit> from(Track composed, int state) {
    List<Exit> exits = new ArrayList<>();
    for (int i = 0; i < composed.size(); i++) {
      if (i > 0 && composed.start(i) != composed.end(i - 1)) {
        throw new IllegalArgumentException("the spells must touch and not overlap");
      }
      int from = Math.max(composed.start(i), follow.from());
      int to = Math.min(composed.end(i), follow.to());
      if (composed.state(i) == state && from < to) {
        boolean seen = composed.end(i) < follow.to() && i + 1 < composed.size();
        int cause = seen ? composed.state(i + 1) : state;
        boolean exited = seen && !censoring.contains(cause);
        exits.add(new Exit(composed.start(i), i > 0, from, to, exited, cause));
      }
    }
    return exits;
  }
}
