// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.policy;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.meent.protocols.literature.Reference;

/**
 * How well the questions of a rule tell a protected attribute, which itself is never asked: whether
 * the rule divides by origin under another name.
 *
 * @param attribute its name
 * @param association Cramér's V between leaf and attribute, corrected for chance: 0 none, 1 the
 *     leaf tells the attribute
 * @param guessed share of rows whose attribute is guessed right from the leaf
 * @param guessedAnyway share guessed right without the leaf
 */
public record ProxyStrength(
    String attribute, double association, double guessed, double guessedAnyway) {

  /** Measures; rows with an empty code are left out. */
  @Reference(
      authors = "W. Bergsma (2013)",
      title = "A bias-correction for Cramér's V and Tschuprow's T",
      source = "Journal of the Korean Statistical Society 42, 323-328",
      url = "https://doi.org/10.1016/j.jkss.2012.10.002")
  public static ProxyStrength of(
      String attribute, PolicyTree tree, double[][] columns, List<String> codes) {
    int[] leaf = Assignment.of(tree, columns).leaf();
    int leaves = 0;
    for (int l : leaf) {
      leaves = Math.max(leaves, l + 1);
    }
    SortedMap<String, long[]> counts = new TreeMap<>();
    for (int i = 0; i < leaf.length; i++) {
      if (!codes.get(i).isEmpty()) {
        int width = leaves;
        counts.computeIfAbsent(codes.get(i), code -> new long[width])[leaf[i]]++;
      }
    }
    return of(attribute, counts.values().toArray(long[][]::new), leaves);
  }

  private static ProxyStrength of(String attribute, long[][] table, int leaves) {
    double[] ofLeaf = new double[leaves];
    double[] ofCode = new double[table.length];
    double n = 0;
    for (int c = 0; c < table.length; c++) {
      for (int l = 0; l < leaves; l++) {
        ofLeaf[l] += table[c][l];
        ofCode[c] += table[c][l];
        n += table[c][l];
      }
    }
    double square = 0;
    double guessed = 0;
    double anyway = 0;
    for (int l = 0; l < leaves; l++) {
      double most = 0;
      for (int c = 0; c < table.length; c++) {
        double expected = ofLeaf[l] * ofCode[c] / n;
        square += expected > 0 ? (table[c][l] - expected) * (table[c][l] - expected) / expected : 0;
        most = Math.max(most, table[c][l]);
      }
      guessed += most / n;
    }
    for (double count : ofCode) {
      anyway = Math.max(anyway, count / n);
    }
    return new ProxyStrength(
        attribute, corrected(square / n, table.length, leaves, n), guessed, anyway);
  }

  private static double corrected(double phi, int codes, int leaves, double n) {
    double chance = (codes - 1.0) * (leaves - 1.0) / (n - 1);
    double rows = codes - (codes - 1.0) * (codes - 1) / (n - 1);
    double columns = leaves - (leaves - 1.0) * (leaves - 1) / (n - 1);
    double smaller = Math.min(rows, columns) - 1;
    return smaller <= 0 ? 0 : StrictMath.sqrt(Math.max(0, phi - chance) / smaller);
  }
}
