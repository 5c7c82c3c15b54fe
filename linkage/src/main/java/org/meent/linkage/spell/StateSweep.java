// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.spell;

import java.util.Arrays;
import java.util.List;

/**
 * Composes the states of a person in one pass over the days on which something begins or ends. Two
 * sets of bits, one bit per layer, say which states hold and which sources are silent because they
 * were not delivered; the lowest bit of either decides. Holds buffers: one object per thread.
 */
final class StateSweep {
  /** More layers than bits do not fit. */
  static final int MOST_LAYERS = Long.SIZE;

  private static final int BEGINS = 0;
  private static final int ENDS = 1;
  private static final int COVERAGE = 2;

  private final StateLayer[] layers;
  private final Window observed;
  private final int rest;
  private final int unknown;
  private final StateMap layerOf = new StateMap();
  private final long outsideAtFirst;
  private final long[] coverage;
  private final int[] depth;
  private long[] events = new long[64];
  private int size;

  StateSweep(List<StateLayer> layers, Window observed, int rest, int unknown) {
    this.layers = layers.toArray(StateLayer[]::new);
    this.observed = observed;
    this.rest = rest;
    this.unknown = unknown;
    this.depth = new int[this.layers.length];
    long outside = 0;
    for (int layer = 0; layer < this.layers.length; layer++) {
      layerOf.put(this.layers[layer].state(), layer);
      Window days = this.layers[layer].coverage();
      outside |= days.contains(observed.from()) ? 0 : 1L << layer;
      if (days.days() > 0) {
        addIfInside(days.from(), layer);
        addIfInside(days.to(), layer);
      }
    }
    this.outsideAtFirst = outside;
    this.coverage = Arrays.copyOf(events, size);
  }

  private void addIfInside(int day, int layer) {
    if (day > observed.from() && day < observed.to()) {
      add(day, layer, COVERAGE);
    }
  }

  /** The event in one number, the day highest. */
  private void add(int day, int layer, int kind) {
    if (size == events.length) {
      events = Arrays.copyOf(events, 2 * size);
    }
    events[size++] = (long) day << 32 | layer << 2 | kind;
  }

  /** Fills {@code out} with stretches of one state that follow each other over all days. */
  void compose(Track in, Track out) {
    size = coverage.length;
    System.arraycopy(coverage, 0, events, 0, size);
    for (int i = 0; i < in.size(); i++) {
      add(in, i);
    }
    Arrays.sort(events, 0, size);
    Arrays.fill(depth, 0);
    out.clear();
    sweep(out);
  }

  private void add(Track in, int spell) {
    int layer = layerOf.get(in.state(spell), -1);
    if (layer < 0) {
      throw new IllegalArgumentException("state %d is in no layer".formatted(in.state(spell)));
    }
    Window days = layers[layer].coverage();
    int last = layers[layer].absorbing() ? observed.to() : Math.min(days.to(), observed.to());
    int from = Math.max(in.start(spell), Math.max(days.from(), observed.from()));
    int to = Math.min(in.end(spell), last);
    if (from < to) {
      add(from, layer, BEGINS);
      add(to, layer, ENDS);
    }
  }

  private void sweep(Track out) {
    long active = 0;
    long outside = outsideAtFirst;
    int state = rest;
    int start = observed.from();
    int next = 0;
    for (int day = start; day < observed.to(); ) {
      while (next < size && (int) (events[next] >> 32) <= day) {
        int layer = (int) events[next] >>> 2;
        int kind = (int) events[next++] & 3;
        if (kind == COVERAGE) {
          outside ^= 1L << layer;
        } else {
          depth[layer] += kind == BEGINS ? 1 : -1;
          active = depth[layer] > 0 ? active | 1L << layer : active & ~(1L << layer);
        }
      }
      int now = state(active, outside);
      if (now != state) {
        if (start < day) {
          out.add(start, day, state);
        }
        start = day;
        state = now;
      }
      day = next < size ? Math.min((int) (events[next] >> 32), observed.to()) : observed.to();
    }
    if (start < observed.to()) {
      out.add(start, observed.to(), state);
    }
  }

  private int state(long active, long outside) {
    if ((active | outside) == 0) {
      return rest;
    }
    int layer = Long.numberOfTrailingZeros(active | outside);
    return (active >>> layer & 1) != 0 ? layers[layer].state() : unknown;
  }
}
