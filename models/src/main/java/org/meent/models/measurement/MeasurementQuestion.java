// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.measurement;

import java.util.List;
import java.util.Optional;

/**
 * What may be wrong in what an effect rests on.
 *
 * @param stated covariates whose reliability is known
 * @param unknown covariates whose reliability nobody knows: a grid is shown
 * @param arm name of the treatment, if its record may be wrong
 * @param outcome name of the outcome, if it is yes or no and its record may be wrong
 * @param codes covariates of two or more codes that may be recorded wrongly
 * @param rater who scored or recorded each row, by label; or nothing
 */
public record MeasurementQuestion(
    List<Reliability> stated,
    List<String> unknown,
    Optional<String> arm,
    Optional<String> outcome,
    List<String> codes,
    Optional<List<String>> rater) {

  /** Copies the lists. */
  public MeasurementQuestion {
    stated = List.copyOf(stated);
    unknown = List.copyOf(unknown);
    codes = List.copyOf(codes);
    rater = rater.map(List::copyOf);
  }
}
