// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.survival;

/** Sums of 1, x and xx' over a set of rows, each with its risk. */
final class RiskSums {
  private double mass;
  private final double[] first;
  private final double[][] second;

  RiskSums(int width) {
    this.first = new double[width];
    this.second = new double[width][width];
  }

  void add(double[] x, double risk) {
    mass += risk;
    for (int a = 0; a < first.length; a++) {
      double ra = risk * x[a];
      first[a] += ra;
      for (int b = 0; b <= a; b++) {
        second[a][b] += ra * x[b];
      }
    }
  }

  void add(RiskSums other, double factor) {
    mass += factor * other.mass;
    for (int a = 0; a < first.length; a++) {
      first[a] += factor * other.first[a];
      for (int b = 0; b <= a; b++) {
        second[a][b] += factor * other.second[a][b];
      }
    }
  }

  double mass() {
    return mass;
  }

  double first(int a) {
    return first[a];
  }

  /** For {@code b} not above {@code a}. */
  double second(int a, int b) {
    return second[a][b];
  }
}
