// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.forest;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.meent.models.frame.Frame;
import org.meent.models.sensitivity.DetectableEffect;

/**
 * What a fit starts from, read and checked.
 *
 * @param frame all rows, in the order of their ids
 * @param dose the amount of treatment in the order of the frame, if it is an amount
 * @param fresh new rows, if any were given
 * @param control the negative control outcome in the order of the frame, if one was named
 * @param context when and where each row was
 * @param notes what was changed on the way in
 */
public record FitInput(
    Frame frame,
    Optional<double[]> dose,
    Optional<NewRows> fresh,
    Optional<double[]> control,
    ContextRows context,
    List<String> notes) {

  /** Copies the notes. */
  public FitInput {
    notes = List.copyOf(notes);
  }

  /** The smallest difference that each arm could show, in the order of the arms. */
  public List<DetectableEffect> power() {
    return IntStream.range(1, frame.arms().size())
        .mapToObj(arm -> DetectableEffect.of(frame.contrast(arm)))
        .toList();
  }
}
