// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.survival;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.meent.models.survival.ProportionalHazards.Ties;

/**
 * The log partial likelihood with gradient and information, by one pass over the times. Risk sums
 * at a time are those of rows not yet gone plus, for the subdistribution, those of rows that left
 * otherwise, each times {@code G(t-)/G(own time-)} with {@code G} the chance of not being censored.
 */
final class PartialLikelihood {
  private static final int STEPS = 50;

  private final Exits exits;
  private final int cause;
  private final double[][] x;
  private final Ties ties;
  private final boolean subdistribution;
  private final int q;
  private final double[] times;
  private final int[] place;
  private final int[][] rowsAt;
  private final double[] stay;

  PartialLikelihood(
      Exits exits, int cause, double[][] columns, Ties ties, boolean subdistribution) {
    this.exits = exits;
    this.cause = cause;
    this.ties = ties;
    this.subdistribution = subdistribution;
    this.q = columns.length;
    this.times = exits.distinctTimes();
    int n = exits.rows();
    this.x = new double[n][q];
    for (int a = 0; a < q; a++) {
      double sum = 0;
      for (double v : columns[a]) {
        sum += v;
      }
      for (int i = 0; i < n; i++) {
        x[i][a] = columns[a][i] - sum / n;
      }
    }
    this.place = Arrays.stream(exits.time()).mapToInt(t -> Steps.last(times, t)).toArray();
    int[] count = new int[times.length];
    for (int k : place) {
      count[k]++;
    }
    this.rowsAt = Arrays.stream(count).mapToObj(int[]::new).toArray(int[][]::new);
    Arrays.fill(count, 0);
    for (int i = 0; i < n; i++) {
      rowsAt[place[i]][count[place[i]]++] = i;
    }
    this.stay = staying();
  }

  /** G just before each time; censoring at a time comes after the exits of that time. */
  private double[] staying() {
    double[][] table = exits.table(0);
    double[] before = new double[times.length];
    double share = 1;
    for (int k = 0; k < times.length; k++) {
      before[k] = share;
      double left = table[0][k] - table[2][k];
      double censored = rowsAt[k].length - table[2][k];
      share *= left > 0 ? 1 - censored / left : 1;
    }
    return before;
  }

  private final class Evaluation {
    private double logLikelihood;
    private final double[] score = new double[q];
    private final double[][] information = new double[q][q];
    private final double[][] residual = new double[exits.rows()][q];
  }

  ProportionalHazards maximise() {
    double[] beta = new double[q];
    Evaluation now = evaluate(beta);
    for (int step = 0; step < STEPS; step++) {
      double[] move = inverse(now.information).operate(now.score);
      double[] next = beta.clone();
      Evaluation there = now;
      for (double size = 1; size > 1e-6; size /= 2) {
        for (int a = 0; a < q; a++) {
          next[a] = beta[a] + size * move[a];
        }
        there = evaluate(next);
        if (there.logLikelihood >= now.logLikelihood - 1e-9 * Math.abs(now.logLikelihood)) {
          break;
        }
      }
      double gained = Math.abs(there.logLikelihood - now.logLikelihood);
      beta = next;
      now = there;
      if (gained < 1e-13 * Math.abs(now.logLikelihood)) {
        break;
      }
    }
    return result(beta, now);
  }

  private ProportionalHazards result(double[] beta, Evaluation at) {
    RealMatrix inverse = inverse(at.information);
    double[] se = new double[q];
    double[] robust = new double[q];
    for (double[] residual : at.residual) {
      double[] change = inverse.operate(residual);
      for (int a = 0; a < q; a++) {
        robust[a] += change[a] * change[a];
      }
    }
    for (int a = 0; a < q; a++) {
      se[a] = StrictMath.sqrt(inverse.getEntry(a, a));
      robust[a] = StrictMath.sqrt(robust[a]);
    }
    return new ProportionalHazards(
        beta.clone(), se, robust, at.logLikelihood, Concordance.of(exits, cause, linear(beta)));
  }

  private static RealMatrix inverse(double[][] matrix) {
    return new QRDecomposition(new Array2DRowRealMatrix(matrix)).getSolver().getInverse();
  }

  private double[] linear(double[] beta) {
    double[] eta = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      for (int a = 0; a < q; a++) {
        eta[i] += beta[a] * x[i][a];
      }
    }
    return eta;
  }

  private Evaluation evaluate(double[] beta) {
    double[] eta = linear(beta);
    double[] risk = Arrays.stream(eta).map(StrictMath::exp).toArray();
    Evaluation out = new Evaluation();
    RiskSums[] atRisk = riskSets(risk);
    // Running totals of dN/S0 and x̄ dN/S0, for the score residuals.
    double[] hazard = new double[times.length];
    double[][] drift = new double[times.length][q];
    double[] ownHazard = new double[times.length];
    double[][] ownDrift = new double[times.length][q];
    for (int k = 0; k < times.length; k++) {
      events(k, eta, risk, atRisk[k], out, hazard, drift, ownHazard, ownDrift);
    }
    if (subdistribution) {
      residualsWithStayers(risk, hazard, drift, ownHazard, ownDrift, out);
    } else {
      residuals(risk, hazard, drift, ownHazard, ownDrift, out);
    }
    return out;
  }

  private RiskSums[] riskSets(double[] risk) {
    RiskSums[] sets = new RiskSums[times.length];
    RiskSums running = new RiskSums(q);
    for (int k = times.length - 1; k >= 0; k--) {
      for (int i : rowsAt[k]) {
        running.add(x[i], risk[i]);
      }
      sets[k] = new RiskSums(q);
      sets[k].add(running, 1);
    }
    if (subdistribution) {
      RiskSums gone = new RiskSums(q);
      for (int k = 0; k < times.length; k++) {
        sets[k].add(gone, stay[k]);
        for (int i : rowsAt[k]) {
          if (exits.cause()[i] > 0 && exits.cause()[i] != cause) {
            gone.add(x[i], risk[i] / stay[k]);
          }
        }
      }
    }
    return sets;
  }

  private void events(
      int k,
      double[] eta,
      double[] risk,
      RiskSums set,
      Evaluation out,
      double[] hazard,
      double[][] drift,
      double[] ownHazard,
      double[][] ownDrift) {
    RiskSums tied = new RiskSums(q);
    int deaths = 0;
    for (int i : rowsAt[k]) {
      if (exits.cause()[i] == cause) {
        deaths++;
        tied.add(x[i], risk[i]);
        out.logLikelihood += eta[i];
        for (int a = 0; a < q; a++) {
          out.score[a] += x[i][a];
        }
      }
    }
    double[] mean = new double[q];
    for (int d = 0; d < deaths; d++) {
      double part = ties == Ties.EFRON ? (double) d / deaths : 0;
      double mass = set.mass() - part * tied.mass();
      out.logLikelihood -= StrictMath.log(mass);
      hazard[k] += 1 / mass;
      ownHazard[k] += (1 - part) / mass;
      for (int a = 0; a < q; a++) {
        mean[a] = (set.first(a) - part * tied.first(a)) / mass;
        out.score[a] -= mean[a];
        drift[k][a] += mean[a] / mass;
        ownDrift[k][a] += (1 - part) * mean[a] / mass;
        for (int b = 0; b <= a; b++) {
          double add = (set.second(a, b) - part * tied.second(a, b)) / mass - mean[a] * mean[b];
          out.information[a][b] += add;
          out.information[b][a] = out.information[a][b];
        }
      }
      for (int i : rowsAt[k]) {
        if (exits.cause()[i] == cause) {
          for (int a = 0; a < q; a++) {
            out.residual[i][a] += (x[i][a] - mean[a]) / deaths;
          }
        }
      }
    }
  }

  /** Takes off what each row's being at risk contributed. */
  private void residuals(
      double[] risk,
      double[] hazard,
      double[][] drift,
      double[] ownHazard,
      double[][] ownDrift,
      Evaluation out) {
    double mass = 0;
    double[] sum = new double[q];
    for (int k = 0; k < times.length; k++) {
      for (int i : rowsAt[k]) {
        boolean own = exits.cause()[i] == cause;
        double h = mass + (own ? ownHazard[k] : hazard[k]);
        for (int a = 0; a < q; a++) {
          double d = sum[a] + (own ? ownDrift[k][a] : drift[k][a]);
          out.residual[i][a] -= risk[i] * (x[i][a] * h - d);
        }
      }
      mass += hazard[k];
      for (int a = 0; a < q; a++) {
        sum[a] += drift[k][a];
      }
    }
  }

  /** As {@link #residuals}, with the later times of rows that left otherwise. */
  private void residualsWithStayers(
      double[] risk,
      double[] hazard,
      double[][] drift,
      double[] ownHazard,
      double[][] ownDrift,
      Evaluation out) {
    residuals(risk, hazard, drift, ownHazard, ownDrift, out);
    double mass = 0;
    double[] sum = new double[q];
    for (int k = times.length - 1; k >= 0; k--) {
      for (int i : rowsAt[k]) {
        if (exits.cause()[i] > 0 && exits.cause()[i] != cause) {
          for (int a = 0; a < q; a++) {
            out.residual[i][a] -= risk[i] / stay[k] * (x[i][a] * mass - sum[a]);
          }
        }
      }
      mass += stay[k] * hazard[k];
      for (int a = 0; a < q; a++) {
        sum[a] += stay[k] * drift[k][a];
      }
    }
  }
}
