// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

/**
 * What all pairs of one pattern have in common, so that only the rarity of their values is left.
 *
 * @param given prior odds times P(pattern | match) over what the values do not change
 * @param fields the fields whose values matter
 * @param levels their levels
 * @param fixed per field what another agreement brings along: h m
 * @param free per field what is left to chance: 1 - h
 */
record PatternScore(double given, int[] fields, int[] levels, double[] fixed, double[] free) {

  static PatternScore of(MatchModel model, long pattern) {
    double[] parts = new double[2];
    model.matchParts(pattern, parts);
    int[] order = model.dependence().order();
    int[] fields = new int[order.length];
    int[] levels = new int[order.length];
    double[] fixed = new double[order.length];
    double[] free = new double[order.length];
    double chance = 1;
    int count = 0;
    for (int p = 0; p < order.length; p++) {
      int field = order[p];
      int level = LinkageFields.level(pattern, field);
      if (level == FieldComparison.MISSING) {
        continue;
      }
      double shared = model.sharedWith(p, pattern);
      double along = shared * model.m(field, level);
      if (level == FieldComparison.DIFFERENT || model.fields().isSwap(field)) {
        chance *= along + (1 - shared) * model.fields().chance(field, level);
      } else {
        fields[count] = field;
        levels[count] = level;
        fixed[count] = along;
        free[count++] = 1 - shared;
      }
    }
    double match = model.priorOdds() * (parts[0] + parts[1]);
    return new PatternScore(
        match / chance, java.util.Arrays.copyOf(fields, count), levels, fixed, free);
  }

  /** The odds of a pair with this pattern. */
  double odds(LinkageFields all, int left, int right) {
    double chance = 1;
    for (int i = 0; i < fields.length; i++) {
      chance *= fixed[i] + free[i] * all.chance(fields[i], levels[i], left, right);
    }
    return given / chance;
  }
}
