// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.forest;

import java.util.List;
import java.util.Optional;
import org.meent.models.effect.EffectFamily;
import org.meent.models.frame.Frame;

/**
 * Everything a fit found.
 *
 * @param job what was asked
 * @param frame all rows, in the order of their ids
 * @param fresh new rows, if any were given
 * @param arms one per arm but the reference
 * @param family the effects shown of all arms and groups, adjusted for one another
 * @param notes what was changed on the way in
 */
public record FitResult(
    FitJob job,
    Frame frame,
    Optional<NewRows> fresh,
    List<ArmResult> arms,
    EffectFamily family,
    List<String> notes) {

  /** Copies the lists. */
  public FitResult {
    arms = List.copyOf(arms);
    notes = List.copyOf(notes);
  }

  /**
   * SHA-256 over the bits of every effect, standard error and estimate, in the order of the ids:
   * the same for any number of threads, and for any order of rows where ids were given.
   */
  public String hash() {
    ResultHash hash = new ResultHash();
    for (ArmResult arm : arms) {
      hash.add(arm.arm());
      for (double[] values : arm.everybody(frame.rows())) {
        hash.add(values);
      }
      arm.estimates().forEach(hash::add);
      arm.groups().estimates().forEach(hash::add);
    }
    return hash.hex();
  }
}
