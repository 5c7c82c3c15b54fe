// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.measure;

import java.util.Arrays;

/** How long the units of a group were followed, and which of them had the event in the end. */
public final class Followed {
  private final double[] ends;
  private final double[] events;

  /**
   * Units of a group.
   *
   * @param ends when each unit was last seen
   * @param events when each unit that had the event had it, a part of the ends
   */
  Followed(double[] ends, double[] events) {
    this.ends = ends.clone();
    this.events = events.clone();
    Arrays.sort(this.ends);
    Arrays.sort(this.events);
  }

  /** Units that are still followed after a time. */
  long after(double time) {
    return ends.length - upTo(ends, time);
  }

  /** Units that were last seen within (from, to], by the event. */
  long events(double from, double to) {
    return upTo(events, to) - upTo(events, from);
  }

  /** Units that were last seen within (from, to], however that was. */
  long ended(double from, double to) {
    return upTo(ends, to) - upTo(ends, from);
  }

  /** Units that are still followed right before a time. */
  public long atRisk(double time) {
    int below = 0;
    int high = ends.length;
    while (below < high) {
      int middle = (below + high) >>> 1;
      if (ends[middle] < time) {
        below = middle + 1;
      } else {
        high = middle;
      }
    }
    return ends.length - below;
  }

  /** The last time before this one at which a unit was last seen; this time if there is none. */
  public double before(double time) {
    int below = ends.length - (int) atRisk(time);
    return below == 0 ? time : ends[below - 1];
  }

  /** The product-limit estimate at a time, over all times at which somebody had the event. */
  public double survival(double time) {
    double survival = 1;
    int at = 0;
    while (at < events.length && events[at] <= time) {
      int next = at;
      while (next < events.length && events[next] == events[at]) {
        next++;
      }
      survival *= 1 - (double) (next - at) / atRisk(events[at]);
      at = next;
    }
    return survival;
  }

  /** How many of ascending values are at most this one. */
  private static int upTo(double[] ascending, double value) {
    int low = 0;
    int high = ascending.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ascending[middle] <= value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** No value. */
  @Override
  public String toString() {
    return "Followed[" + ends.length + "]";
  }
}
