// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.quasi;

import java.util.Arrays;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.QRDecomposition;
import org.meent.models.effect.ClusterVariance;
import org.meent.models.frame.Frame;
import org.meent.protocols.literature.Reference;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/**
 * The effect on those whom an instrument moved into treatment (LATE), never on everybody: the
 * instrument's effect on the outcome over its effect on the treatment, covariates held fixed. Needs
 * an instrument that touches the outcome through the treatment only and moves nobody the other way;
 * neither can be tested here.
 *
 * @param late the effect on those moved, in units of the outcome
 * @param se its standard error, right for a strong instrument only
 * @param moved change of the probability of treatment per unit of the instrument
 * @param firstStage F statistic of the instrument in the treatment; below 10 it is weak
 * @param robust the effects that are not rejected, however weak the instrument is
 * @param degreesOfFreedom of the t distribution
 */
public record InstrumentedEffect(
    double late,
    double se,
    double moved,
    double firstStage,
    AndersonRubin robust,
    double degreesOfFreedom) {

  /** The name of what is estimated, in results. */
  public static final String ESTIMAND = "late";

  /**
   * Estimates from a two-armed frame.
   *
   * @param instrument one value per row of the frame
   * @throws org.meent.protocols.refusal.RefusalException if the instrument does not vary beside the
   *     covariates, or moves nobody
   */
  @Reference(
      authors = "G. W. Imbens, J. D. Angrist (1994)",
      title = "Identification and estimation of local average treatment effects",
      source = "Econometrica 62, 467-475",
      url = "https://doi.org/10.2307/2951620")
  public static InstrumentedEffect of(Frame pair, double[] instrument) {
    double[] weights = pair.weights();
    double[] y = pair.outcome();
    double[] w = Arrays.stream(pair.treatment()).asDoubleStream().toArray();
    double[][] left = residuals(controls(pair), weights, instrument, y, w);
    double[] z = left[0];
    double a = cross(z, left[1], weights);
    double b = cross(z, left[2], weights);
    double square = cross(z, z, weights);
    double moved = b / square;
    if (!(square > 1e-10 * cross(instrument, instrument, weights)) || moved == 0) {
      throw Refusal.refused("models.quasi.no-instrument", Where.field("instrument")).asException();
    }
    demandOther(left[2], z, moved, weights);
    double late = a / b;
    double[] influence = new double[y.length];
    double[] ofMoved = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      influence[i] = weights[i] * z[i] * (left[1][i] - late * left[2][i]) / b;
      ofMoved[i] = weights[i] * z[i] * (left[2][i] - moved * z[i]) / square;
    }
    ClusterVariance variance = ClusterVariance.of(influence, pair, null);
    double movedSe = ClusterVariance.of(ofMoved, pair, null).standardError();
    double ratio = moved / movedSe;
    double free = variance.degreesOfFreedom();
    return new InstrumentedEffect(
        late, variance.standardError(), moved, ratio * ratio, robust(pair, left, a, b, free), free);
  }

  /** An instrument that gives the treatment of every row is the treatment itself. */
  private static void demandOther(double[] w, double[] z, double moved, double[] weights) {
    double[] rest = new double[w.length];
    for (int i = 0; i < rest.length; i++) {
      rest[i] = w[i] - moved * z[i];
    }
    if (!(cross(rest, rest, weights) > 1e-10 * cross(w, w, weights))) {
      throw Refusal.refused("models.quasi.same-instrument", Where.field("instrument"))
          .asException();
    }
  }

  private static AndersonRubin robust(
      Frame pair, double[][] left, double a, double b, double free) {
    double[] weights = pair.weights();
    int n = weights.length;
    double[] ofY = new double[n];
    double[] ofW = new double[n];
    double[] ofBoth = new double[n];
    for (int i = 0; i < n; i++) {
      ofY[i] = weights[i] * left[0][i] * left[1][i];
      ofW[i] = weights[i] * left[0][i] * left[2][i];
      ofBoth[i] = ofY[i] + ofW[i];
    }
    double v0 = square(ofY, pair);
    double v2 = square(ofW, pair);
    // Var(y + w) = v0 + 2 v1 + v2
    double v1 = (square(ofBoth, pair) - v0 - v2) / 2;
    double critical = new TDistribution(null, free).inverseCumulativeProbability(0.975);
    return AndersonRubin.solve(a, b, v0, v1, v2, critical * critical);
  }

  private static double square(double[] influence, Frame pair) {
    double se =
        ClusterVariance.of(influence, pair.clusters(), pair.clusterCount(), null).standardError();
    return se * se;
  }

  /** A constant and the covariates; a missing value counts as the mean. */
  private static double[][] controls(Frame pair) {
    double[][] columns = pair.columns();
    double[][] controls = new double[columns.length + 1][];
    controls[0] = new double[pair.rows()];
    Arrays.fill(controls[0], 1);
    for (int j = 0; j < columns.length; j++) {
      double mean = Arrays.stream(columns[j]).filter(v -> !Double.isNaN(v)).average().orElse(0);
      controls[j + 1] =
          Arrays.stream(columns[j]).map(v -> Double.isNaN(v) ? 0 : v - mean).toArray();
    }
    return controls;
  }

  /** What is left of each variable after least squares on the controls. */
  private static double[][] residuals(
      double[][] controls, double[] weights, double[]... variables) {
    int k = controls.length;
    double[][] information = new double[k][k];
    for (int p = 0; p < k; p++) {
      for (int q = 0; q < k; q++) {
        information[p][q] = cross(controls[p], controls[q], weights);
      }
      // A hair of ridge, so that a covariate that repeats another does no harm.
      information[p][p] *= 1 + 1e-10;
    }
    DecompositionSolver solver =
        new QRDecomposition(new Array2DRowRealMatrix(information, false)).getSolver();
    double[][] left = new double[variables.length][];
    for (int v = 0; v < variables.length; v++) {
      double[] right = new double[k];
      for (int p = 0; p < k; p++) {
        right[p] = cross(controls[p], variables[v], weights);
      }
      double[] slope = solver.solve(new ArrayRealVector(right, false)).toArray();
      left[v] = variables[v].clone();
      for (int p = 0; p < k; p++) {
        for (int i = 0; i < weights.length; i++) {
          left[v][i] -= slope[p] * controls[p][i];
        }
      }
    }
    return left;
  }

  private static double cross(double[] a, double[] b, double[] weights) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += weights[i] * a[i] * b[i];
    }
    return sum;
  }
}
