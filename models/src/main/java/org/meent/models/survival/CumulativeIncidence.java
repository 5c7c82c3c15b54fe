// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.survival;

import java.util.Arrays;
import org.meent.protocols.literature.Reference;

/**
 * The share that has left by a time through one kind of exit, when other exits compete: Aalen and
 * Johansen's estimate, with infinitesimal-jackknife standard errors (what one row's weight
 * changes).
 *
 * @param cause the kind of exit
 * @param times times of the data, rising
 * @param incidence share that has left by each time
 * @param se its standard error
 */
public record CumulativeIncidence(int cause, double[] times, double[] incidence, double[] se) {

  /** Estimates the curve of one cause. */
  @Reference(
      authors = "O. O. Aalen, S. Johansen (1978)",
      title = "An empirical transition matrix for non-homogeneous Markov chains",
      source = "Scandinavian Journal of Statistics 5, 141-150")
  public static CumulativeIncidence of(Exits exits, int cause) {
    double[] times = exits.distinctTimes();
    double[][] table = exits.table(cause);
    int[] causes = exits.cause();
    int[] kinds = Arrays.stream(causes).sorted().distinct().toArray();
    // Rows that leave at one time for one reason have the same influence.
    double[][] members = new double[kinds.length][times.length];
    for (int i = 0; i < causes.length; i++) {
      int k = Arrays.binarySearch(times, exits.time()[i]);
      members[Arrays.binarySearch(kinds, causes[i])][k]++;
    }
    double[] incidence = new double[times.length];
    double survival = 1;
    double share = 0;
    for (int k = 0; k < times.length; k++) {
      share += survival * table[1][k] / table[0][k];
      survival *= 1 - table[2][k] / table[0][k];
      incidence[k] = share;
    }
    double[] variance = new double[times.length];
    for (int c = 0; c < kinds.length; c++) {
      for (int own = 0; own < times.length; own++) {
        if (members[c][own] > 0) {
          addSquares(table, own, kinds[c] > 0, kinds[c] == cause, members[c][own], variance);
        }
      }
    }
    double[] se = Arrays.stream(variance).map(StrictMath::sqrt).toArray();
    return new CumulativeIncidence(cause, times, incidence, se);
  }

  /** Adds the squared influence of rows that leave at one place, at every time. */
  private static void addSquares(
      double[][] table, int own, boolean left, boolean counted, double rows, double[] variance) {
    double survival = 1;
    double survivalChange = 0;
    double change = 0;
    for (int k = 0; k < variance.length; k++) {
      double n = table[0][k];
      double hazard = table[2][k] / n;
      double causeHazard = table[1][k] / n;
      double here = k <= own ? 1 : 0;
      double exit = k == own && left ? 1 : 0;
      double causeExit = k == own && counted ? 1 : 0;
      change += survivalChange * causeHazard + survival * (causeExit - here * causeHazard) / n;
      survivalChange = survivalChange * (1 - hazard) - survival * (exit - here * hazard) / n;
      survival *= 1 - hazard;
      variance[k] += rows * change * change;
    }
  }

  /** The share that has left by a time. */
  public double at(double time) {
    int k = Steps.last(times, time);
    return k < 0 ? 0 : incidence[k];
  }

  /** The standard error of {@link #at}. */
  public double seAt(double time) {
    int k = Steps.last(times, time);
    return k < 0 ? 0 : se[k];
  }
}
