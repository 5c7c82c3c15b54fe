// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.measurement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.meent.models.frame.Frame;

/** Rows whose covariates err more than they were recorded. */
public final class ScoresWithError {
  private ScoresWithError() {}

  /** The same rows with as much error again as there is already. */
  public static Frame twice(Frame frame, List<Reliability> reliabilities, long seed) {
    SequencedMap<String, Double> shares = new LinkedHashMap<>();
    reliabilities.forEach(one -> shares.put(one.covariate(), one.share()));
    return new NoisierFrame(frame, shares, seed).draw(1, 0);
  }
}
