// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.spell;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes one state for each day out of several sources. <i>Not in the job register</i> is not <i>not
 * in work</i>: self-employed, abroad, dead, past pension age and end of data are states of their
 * own, and only a day that every source covers and none fills is in the rest state.
 *
 * <p>On a day the layers are asked in their order, the one of highest priority first:
 *
 * <ol>
 *   <li>a spell of the layer's state holds, and the day is in the layer's coverage (or after it, if
 *       the state is absorbing): this is the state;
 *   <li>the day is outside the layer's coverage: the state is <i>unknown</i> (end of data),
 *       whatever layers follow, because a state of higher priority may have held;
 *   <li>otherwise the next layer is asked; after the last one the state is the <i>rest</i>.
 * </ol>
 *
 * <p>Put states that exclude all others first (dead, abroad), and their sources must cover the
 * observed days. Holds buffers: one object per thread.
 */
public final class StateComposition {
  private final List<StateLayer> layers;
  private final Window observed;
  private final int rest;
  private final int unknown;
  private final StateSweep sweep;

  /**
   * A composition.
   *
   * @param layers the states, the one of highest priority first
   * @param observed the days for which a state is made
   * @param rest state of days on which every source is silent
   * @param unknown state of days that a source does not cover: end of data
   * @throws IllegalArgumentException if a state stands twice, or more than 64 do
   */
  public StateComposition(List<StateLayer> layers, Window observed, int rest, int unknown) {
    this.layers = List.copyOf(layers);
    this.observed = observed;
    this.rest = rest;
    this.unknown = unknown;
    Set<Integer> declared = this.layers.stream().map(StateLayer::state).collect(Collectors.toSet());
    boolean own = rest != unknown && !declared.contains(rest) && !declared.contains(unknown);
    if (!own || declared.size() < this.layers.size()) {
      throw new IllegalArgumentException("every state needs a code of its own");
    }
    if (this.layers.size() > StateSweep.MOST_LAYERS) {
      throw new IllegalArgumentException("at most 64 states can be composed");
    }
    this.sweep = new StateSweep(this.layers, observed, rest, unknown);
  }

  /** The days for which a state is made. */
  public Window observed() {
    return observed;
  }

  /** The state of end of data. */
  public int unknown() {
    return unknown;
  }

  /** The order in which states count: the layers, then unknown, then the rest. */
  public StatePriority priority() {
    int[] states = new int[layers.size() + 2];
    for (int i = 0; i < layers.size(); i++) {
      states[i] = layers.get(i).state();
    }
    states[layers.size()] = unknown;
    states[layers.size() + 1] = rest;
    return StatePriority.of(states);
  }

  /**
   * Fills {@code out} with one state for each observed day: spells that touch, do not overlap, and
   * differ from their neighbours.
   *
   * @param in a person's spells of all sources together, in any order; may be empty
   * @throws IllegalArgumentException if a spell has a state that no layer declares
   */
  public void compose(Track in, Track out) {
    sweep.compose(in, out);
  }
}
