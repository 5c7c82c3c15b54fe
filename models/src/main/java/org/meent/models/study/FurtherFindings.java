// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.study;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import org.meent.linkage.cohort.Cohort;
import org.meent.models.check.OverlapLimits;
import org.meent.protocols.Protocol;

/**
 * What a study found beyond its averages.
 *
 * @param policies the planned rules, by name
 * @param errors by planned effect, what errors of measurement would do to it; an effect that was
 *     not tested is not there
 */
public record FurtherFindings(
    SequencedMap<String, PolicyFinding> policies, SequencedMap<String, List<FindingLine>> errors) {

  /** Nothing. */
  public static final FurtherFindings NONE =
      new FurtherFindings(new LinkedHashMap<>(), new LinkedHashMap<>());

  /** Copies the maps. */
  public FurtherFindings {
    policies = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(policies));
    errors = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(errors));
  }

  /**
   * Answers what the protocol asks beyond averages.
   *
   * @param threads number of threads; results do not depend on it
   */
  public static FurtherFindings of(
      Protocol protocol, Cohort cohort, OverlapLimits limits, int threads) {
    return new FurtherFindings(
        PolicyStudy.of(protocol, cohort, limits, threads),
        EffectErrors.of(protocol, cohort, limits, threads));
  }

  /** Whether errors of measurement that are often met would turn an effect. */
  public boolean fragile(String effect) {
    return errors.getOrDefault(effect, List.of()).stream()
        .anyMatch(line -> line.turns() && isMet(line));
  }

  private static boolean isMet(FindingLine line) {
    return line.kind() != FindingLine.Kind.RECORD_ERROR
        || Math.max(line.figures().get(0), line.figures().get(1))
            <= org.meent.models.measurement.ErrorGrid.TOLERATED;
  }

  /**
   * Gains of rules pooled over linkages; a rule itself, and its tests, are those of the best
   * linkage.
   *
   * @param draws the gains of each linkage drawn from the posterior
   */
  public FurtherFindings pooled(List<SequencedMap<String, EffectResult>> draws) {
    if (policies.isEmpty() || draws.isEmpty()) {
      return this;
    }
    PooledEffects pooled = PooledEffects.of(new StudyEffects(values(), List.of()), draws);
    SequencedMap<String, PolicyFinding> others = new LinkedHashMap<>();
    policies.forEach(
        (name, finding) ->
            others.put(
                name, finding.withValues(Objects.requireNonNull(pooled.effects().get(name)))));
    return new FurtherFindings(others, errors);
  }

  /** The gains of every rule. */
  public SequencedMap<String, EffectResult> values() {
    SequencedMap<String, EffectResult> values = new LinkedHashMap<>();
    policies.forEach((name, finding) -> values.put(name, finding.values()));
    return values;
  }
}
