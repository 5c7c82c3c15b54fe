// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import org.meent.linkage.cohort.Cohort;
import org.meent.models.check.OverlapLimits;
import org.meent.models.sensitivity.DetectableEffect;
import org.meent.models.study.EffectAnalysis;
import org.meent.models.study.EffectResult;
import org.meent.models.study.ExitAnalysis;
import org.meent.models.study.FurtherFindings;
import org.meent.models.study.PooledEffects;
import org.meent.models.study.StudyEffects;
import org.meent.models.study.StudyPower;
import org.meent.protocols.FurtherPlan;
import org.meent.protocols.Protocol;

/**
 * From the cohort to the planned effects, pooled over the linkages that the protocol declares and
 * adjusted for one another, and to the planned curves of leaving. What effects could show at all is
 * told and written first.
 */
record EffectsStage(Protocol protocol, OverlapLimits limits, int threads, RunListener listener) {

  void into(Path folder, Cohort cohort, Path cohortFolder) throws IOException {
    SequencedMap<String, DetectableEffect> power = StudyPower.of(protocol, cohort);
    PowerFile.write(protocol, power, folder);
    listener.power(power);
    StudyEffects best = EffectAnalysis.of(protocol, cohort, limits, threads);
    PooledEffects effects = pooled(best, cohortFolder);
    EffectsFile.write(effects.pooled().adjusted(protocol.analysis()).effects(), folder);
    if (!protocol.analysis().exits().isEmpty()) {
      ExitsFile.write(ExitAnalysis.of(protocol, cohort, limits, threads), folder);
    }
    if (!effects.shares().isEmpty()) {
      LinkageSharesFile.write(effects.shares(), folder);
    }
    FurtherPlan asked = protocol.analysis().further();
    if (asked.asks()) {
      FurtherFile.write(further(cohort, cohortFolder), folder);
    }
  }

  private FurtherFindings further(Cohort cohort, Path cohortFolder) throws IOException {
    FurtherPlan asked = protocol.analysis().further();
    List<FurtherFindings> linkages = new ArrayList<>();
    if (!asked.policies().isEmpty() || !asked.mechanisms().isEmpty()) {
      for (int draw = 1; draw <= protocol.linkage().linkages(); draw++) {
        Cohort drawn = CohortFile.read(CohortStage.linkage(cohortFolder, draw));
        linkages.add(FurtherFindings.ofLinkage(protocol, drawn, limits, threads));
      }
    }
    return FurtherFindings.of(protocol, cohort, limits, threads).pooled(linkages);
  }

  private PooledEffects pooled(StudyEffects best, Path cohortFolder) throws IOException {
    int linkages = protocol.linkage().linkages();
    if (linkages == 0) {
      return PooledEffects.of(best);
    }
    List<SequencedMap<String, EffectResult>> draws = new ArrayList<>();
    for (int draw = 1; draw <= linkages; draw++) {
      Cohort drawn = CohortFile.read(CohortStage.linkage(cohortFolder, draw));
      draws.add(EffectAnalysis.figures(protocol, drawn, limits, threads));
    }
    return PooledEffects.of(best, draws);
  }
}
