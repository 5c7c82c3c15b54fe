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
  private final Set<Integer> declared;
  private final SpellAlgebra algebra = new SpellAlgebra();
  private final Track layer = new Track();
  private final Track part = new Track();
  private final Track painted = new Track();
  private final Track open = new Track();

  /**
   * A composition.
   *
   * @param layers the states, the one of highest priority first
   * @param observed the days for which a state is made
   * @param rest state of days on which every source is silent
   * @param unknown state of days that a source does not cover: end of data
   * @throws IllegalArgumentException if a state stands twice
   */
  public StateComposition(List<StateLayer> layers, Window observed, int rest, int unknown) {
    this.layers = List.copyOf(layers);
    this.observed = observed;
    this.rest = rest;
    this.unknown = unknown;
    this.declared = this.layers.stream().map(StateLayer::state).collect(Collectors.toSet());
    boolean own = rest != unknown && !declared.contains(rest) && !declared.contains(unknown);
    if (!own || declared.size() < this.layers.size()) {
      throw new IllegalArgumentException("every state needs a code of its own");
    }
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
   * @param in a person's spells of all sources together, sorted; may be empty
   * @throws IllegalArgumentException if a spell has a state that no layer declares
   */
  public void compose(Track in, Track out) {
    checkDeclared(in);
    painted.clear();
    open.clear();
    if (observed.days() > 0) {
      open.add(observed.from(), observed.to(), rest);
    }
    for (StateLayer each : layers) {
      paint(each, in);
    }
    append(open, rest);
    painted.sort();
    algebra.merge(painted, 0, out);
  }

  private void paint(StateLayer each, Track in) {
    Window coverage = each.coverage();
    layer.clear();
    for (int i = 0; i < in.size(); i++) {
      if (in.state(i) == each.state()) {
        int from = Math.max(in.start(i), coverage.from());
        int to = each.absorbing() ? in.end(i) : Math.min(in.end(i), coverage.to());
        if (from < to) {
          layer.add(from, to, each.state());
        }
      }
    }
    if (!layer.isEmpty()) {
      layer.sort();
      algebra.intersect(open, layer, part);
      append(part, each.state());
      algebra.subtract(open, layer, part);
      open.set(part);
    }
    if (coverage.from() > observed.from() || coverage.to() < observed.to()) {
      outside(coverage);
    }
  }

  /** What is still open outside the coverage is unknown; the rest stays open. */
  private void outside(Window coverage) {
    for (int i = 0; i < open.size(); i++) {
      addPart(open.start(i), Math.min(open.end(i), coverage.from()));
      addPart(Math.max(open.start(i), coverage.to()), open.end(i));
    }
    algebra.clip(open, coverage, part);
    open.set(part);
  }

  private void addPart(int from, int to) {
    if (from < to) {
      painted.add(from, to, unknown);
    }
  }

  private void append(Track from, int state) {
    for (int i = 0; i < from.size(); i++) {
      painted.add(from.start(i), from.end(i), state);
    }
  }

  private void checkDeclared(Track in) {
    for (int i = 0; i < in.size(); i++) {
      boolean again = i > 0 && in.state(i) == in.state(i - 1);
      if (!again && !declared.contains(in.state(i))) {
        throw new IllegalArgumentException("state %d is in no layer".formatted(in.state(i)));
      }
    }
  }
}
