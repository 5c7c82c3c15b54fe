// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

import org.meent.protocols.literature.Reference;

/**
 * The two distributions of comparison levels and the number of matches. Among matches levels are
 * independent, except that a person who moved disagrees on the whole address at once; among
 * non-matches they follow chance and {@link FieldDependence}. Missing values say nothing.
 */
@Reference(
    authors = "I. P. Fellegi, A. B. Sunter (1969)",
    title = "A theory for record linkage",
    source = "Journal of the American Statistical Association 64, 1183-1210",
    url = "https://doi.org/10.1080/01621459.1969.10501049")
final class MatchModel {
  private final LinkageFields fields;
  private final FieldDependence dependence;
  private final double[][] m;
  private final double movedShare;
  private final double expectedMatches;
  private final int[] exact;
  private final int[] order;
  private final boolean addresses;

  MatchModel(
      LinkageFields fields,
      FieldDependence dependence,
      double[][] m,
      double movedShare,
      double expectedMatches) {
    this.fields = fields;
    this.dependence = dependence;
    this.m = m;
    this.movedShare = movedShare;
    this.expectedMatches = expectedMatches;
    this.exact = new int[m.length];
    int address = 0;
    for (int f = 0; f < m.length; f++) {
      exact[f] = fields.exact(f);
      address += fields.isAddress(f) ? 1 : 0;
    }
    this.addresses = address > 1;
    this.order = dependence.order();
  }

  /** The model before any data are seen. */
  static MatchModel start(LinkageFields fields) {
    double[][] m = new double[fields.patternFields()][];
    for (int f = 0; f < m.length; f++) {
      m[f] = usual(fields, f);
    }
    double n = Math.min(fields.rowsLeft(), fields.rowsRight());
    return new MatchModel(
        fields, FieldDependence.none(fields), m, 0.1, fields.oneFile() ? 0.1 * n : 0.5 * n);
  }

  /** Cautious shares of levels among matches; also the prior that EM starts from. */
  static double[] usual(LinkageFields fields, int field) {
    int exact = fields.exact(field);
    double[] m = new double[exact + 1];
    m[0] = 1;
    if (fields.isSwap(field)) {
      m[NameSwap.IN_PLACE] = 0.98;
      m[NameSwap.ROUGH] = 0.005;
      m[NameSwap.HALF] = 0.005;
      m[NameSwap.SWAPPED] = 0.01;
      return m;
    }
    double rest = 0.12;
    m[exact] = 1 - rest;
    for (int level = 1; level < exact; level++) {
      m[level] = level == 1 ? rest / 2 : rest / 2 / (exact - 2);
    }
    if (exact == 2) {
      m[1] = rest;
    }
    return m;
  }

  double m(int field, int level) {
    return m[field][level];
  }

  double[][] parameters() {
    return m;
  }

  double movedShare() {
    return movedShare;
  }

  /** Whether more than one field changes when a person moves. */
  boolean hasAddresses() {
    return addresses;
  }

  double expectedMatches() {
    return expectedMatches;
  }

  FieldDependence dependence() {
    return dependence;
  }

  LinkageFields fields() {
    return fields;
  }

  /** The same over fields whose agreement by chance leaves matches out. */
  MatchModel withFields(LinkageFields next) {
    return new MatchModel(next, dependence, m, movedShare, expectedMatches);
  }

  MatchModel withDependence(FieldDependence next) {
    return new MatchModel(fields, next, m, movedShare, expectedMatches);
  }

  /** Prior odds that a random pair is a match. */
  double priorOdds() {
    double share = expectedMatches / Math.max(1, fields.allPairs());
    return share / Math.max(1e-12, 1 - share);
  }

  /** P(pattern | match) as two parts: of persons who stayed and of persons who moved. */
  void matchParts(long pattern, double[] parts) {
    double other = 1;
    double stayed = 1;
    double moved = 1;
    for (int f = 0; f < m.length; f++) {
      int level = LinkageFields.level(pattern, f);
      if (level == FieldComparison.MISSING) {
        continue;
      }
      if (addresses && fields.isAddress(f)) {
        stayed *= m[f][level];
        moved *= fields.chance(f, level);
      } else {
        other *= m[f][level];
      }
    }
    double share = addresses ? movedShare : 0;
    parts[0] = other * stayed * (1 - share);
    parts[1] = other * moved * share;
  }

  /** P(pattern | different persons), averaged over values. */
  double chance(long pattern) {
    double chance = 1;
    for (int p = 0; p < order.length; p++) {
      int field = order[p];
      int level = LinkageFields.level(pattern, field);
      if (level != FieldComparison.MISSING) {
        double shared = dependence.sharedWith(p, pattern, exact);
        chance *= shared * m[field][level] + (1 - shared) * fields.chance(field, level);
      }
    }
    return chance;
  }

  /** The largest share that an exact agreement on an earlier field brings along. */
  double sharedWith(int position, long pattern) {
    return dependence.sharedWith(position, pattern, exact);
  }

  /** Log odds (natural) that a pair of records is of one person, before one-to-one. */
  double logOdds(long pattern, int left, int right) {
    return StrictMath.log(PatternScore.of(this, pattern).odds(fields, left, right));
  }
}
