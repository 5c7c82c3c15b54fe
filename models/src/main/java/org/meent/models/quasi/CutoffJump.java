// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.quasi;

import org.meent.models.effect.Linearised;
import org.meent.protocols.literature.Reference;

/**
 * The jump of a variable at a cutoff by local linear fits on either side, with and without the
 * correction of its bias by local quadratic ones; the influences of the corrected jump count that
 * the correction was estimated too.
 *
 * @param plain the jump of the local linear fits
 * @param robust the corrected jump, with the influence of each row
 */
record CutoffJump(Linearised plain, Linearised robust) {

  @Reference(
      authors = "S. Calonico, M. D. Cattaneo, R. Titiunik (2014)",
      title = "Robust nonparametric confidence intervals for regression-discontinuity designs",
      source = "Econometrica 82, 2295-2326",
      url = "https://doi.org/10.3982/ECTA11757")
  static CutoffJump of(CutoffSide below, CutoffSide above, CutoffBandwidth width, int rows) {
    double[] plain = new double[rows];
    double[] robust = new double[rows];
    double first = 0;
    double corrected = 0;
    for (int sign = -1; sign <= 1; sign += 2) {
      CutoffSide side = sign > 0 ? above : below;
      double[] level = side.weights(width.main(), 1, 0);
      double[] curve = side.weights(width.bias(), 2, 2);
      double[] squares = new double[level.length];
      for (int i = 0; i < squares.length; i++) {
        squares[i] = side.x()[i] * side.x()[i];
      }
      double bias = LocalPolynomial.dot(level, squares);
      for (int i = 0; i < level.length; i++) {
        double both = level[i] - bias * curve[i];
        first += sign * level[i] * side.y()[i];
        corrected += sign * both * side.y()[i];
        plain[side.rows()[i]] = sign * level[i] * side.rest()[i];
        robust[side.rows()[i]] = sign * both * side.rest()[i];
      }
    }
    return new CutoffJump(new Linearised(first, plain), new Linearised(corrected, robust));
  }
}
