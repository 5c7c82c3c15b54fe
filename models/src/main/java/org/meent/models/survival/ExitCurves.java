// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.survival;

import java.util.List;
import org.meent.models.effect.EffectEstimate;
import org.meent.models.effect.Estimand;

/**
 * What share would have left, how and by when, had everybody the estimand names been in the
 * reference or in the arm; and the difference, which is the effect. A falling and then rising
 * difference is lock-in and later gain.
 *
 * @param estimand whose average
 * @param arms the reference and the arm
 * @param exits one entry for each kind of exit, in the order of the data
 */
public record ExitCurves(Estimand estimand, List<String> arms, List<ExitCurve> exits) {

  /** Copies the lists. */
  public ExitCurves {
    arms = List.copyOf(arms);
    exits = List.copyOf(exits);
  }

  /**
   * One kind of exit.
   *
   * @param kind its name
   * @param reference share that would have left by each month in the reference
   * @param arm the same in the arm
   * @param difference arm less reference
   * @param monthsGained difference in the mean number of months after this exit within the horizon
   */
  public record ExitCurve(
      String kind,
      List<CurvePoint> reference,
      List<CurvePoint> arm,
      List<CurvePoint> difference,
      EffectEstimate monthsGained) {

    /** Copies the lists. */
    public ExitCurve {
      reference = List.copyOf(reference);
      arm = List.copyOf(arm);
      difference = List.copyOf(difference);
    }
  }
}
