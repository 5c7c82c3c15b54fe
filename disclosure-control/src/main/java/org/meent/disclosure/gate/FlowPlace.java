// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.gate;

import org.meent.disclosure.output.FlowOutput;
import org.meent.disclosure.output.FlowTrack;

/**
 * A number of a flow, with its place.
 *
 * @param track name of the track
 * @param number step from 1
 * @param step name of the step
 * @param part what it counts
 * @param reason reason of a loss or duplication; empty otherwise
 * @param key which number it is
 * @param value the number
 */
record FlowPlace(
    String track, int number, String step, FlowPart part, String reason, CellKey key, long value) {

  static FlowPlace of(
      FlowOutput flow, FlowTrack track, int step, FlowPart part, String reason, long value) {
    return new FlowPlace(
        track.of(),
        step + 1,
        track.steps().get(step).name(),
        part,
        reason,
        RequestCells.flowCell(flow, track, step, part, reason),
        value);
  }

  @Override
  public String toString() {
    return "FlowPlace[" + key.subject() + "]";
  }
}
