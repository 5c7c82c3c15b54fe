// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

import java.util.ArrayList;
import java.util.List;

/** Writes down a model in the words of {@link LinkageModel}. */
final class ModelReport {
  private ModelReport() {}

  static LinkageModel of(Estimation estimation, long compared, List<LinkageModel.Rule> rules) {
    MatchModel model = estimation.model();
    LinkageFields fields = model.fields();
    List<LinkageModel.Field> reports = new ArrayList<>();
    for (int f = 0; f < fields.patternFields(); f++) {
      boolean swap = fields.isSwap(f);
      reports.add(
          new LinkageModel.Field(
              fields.name(f),
              swap ? "name-order" : fields.column(f).kind().label(),
              swap ? 0 : fields.column(f).impossible(),
              levels(model, f)));
    }
    return new LinkageModel(
        fields.rowsLeft(),
        fields.oneFile() ? 0 : fields.rowsRight(),
        reports,
        rules,
        compared,
        model.expectedMatches() / Math.max(1, fields.allPairs()),
        model.hasAddresses() ? model.movedShare() : 0,
        estimation.rounds(),
        estimation.converged(),
        shared(model));
  }

  private static List<LinkageModel.Level> levels(MatchModel model, int field) {
    LinkageFields fields = model.fields();
    List<LinkageModel.Level> levels = new ArrayList<>();
    for (int level = 1; level <= fields.exact(field); level++) {
      double m = model.m(field, level);
      double u = fields.chance(field, level);
      double weight = StrictMath.log(m / u) / StrictMath.log(2);
      levels.add(new LinkageModel.Level(fields.levels(field).get(level), m, u, weight));
    }
    return levels;
  }

  private static List<LinkageModel.Shared> shared(MatchModel model) {
    LinkageFields fields = model.fields();
    List<LinkageModel.Shared> shared = new ArrayList<>();
    for (int f = 0; f < fields.patternFields(); f++) {
      for (int other = 0; other < fields.patternFields(); other++) {
        double share = model.dependence().shared(f, other);
        if (share > 0.001) {
          shared.add(new LinkageModel.Shared(fields.name(f), fields.name(other), share));
        }
      }
    }
    return shared;
  }
}
