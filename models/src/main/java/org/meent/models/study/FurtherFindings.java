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
 * @param mechanisms the planned mechanisms, by name
 */
public record FurtherFindings(
    SequencedMap<String, PolicyFinding> policies,
    SequencedMap<String, List<FindingLine>> errors,
    SequencedMap<String, MechanismFinding> mechanisms) {

  /** Nothing. */
  public static final FurtherFindings NONE =
      new FurtherFindings(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());

  /** Copies the maps. */
  public FurtherFindings {
    policies = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(policies));
    errors = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(errors));
    mechanisms = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(mechanisms));
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
        EffectErrors.of(protocol, cohort, limits, threads),
        MechanismStudy.of(protocol, cohort, limits, threads));
  }

  /** The same of another linkage of the same records, without what is said of the best one only. */
  public static FurtherFindings ofLinkage(
      Protocol protocol, Cohort cohort, OverlapLimits limits, int threads) {
    return new FurtherFindings(
        PolicyStudy.of(protocol, cohort, limits, threads),
        new LinkedHashMap<>(),
        MechanismStudy.of(protocol, cohort, limits, threads));
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
   * Gains of rules and parts of mechanisms pooled over linkages; a rule itself, its tests, and how
   * strong something unmeasured would have to be, are those of the best linkage.
   *
   * @param drawn what was found in each linkage drawn from the posterior
   */
  public FurtherFindings pooled(List<FurtherFindings> drawn) {
    SequencedMap<String, EffectResult> gains =
        pooled(values(), drawn.stream().map(FurtherFindings::values).toList());
    SequencedMap<String, PolicyFinding> rules = new LinkedHashMap<>();
    policies.forEach(
        (name, finding) ->
            rules.put(name, finding.withValues(Objects.requireNonNull(gains.get(name)))));
    SequencedMap<String, EffectResult> parts =
        pooled(parts(), drawn.stream().map(FurtherFindings::parts).toList());
    SequencedMap<String, MechanismFinding> reasons = new LinkedHashMap<>();
    mechanisms.forEach(
        (name, finding) ->
            reasons.put(name, finding.withValues(Objects.requireNonNull(parts.get(name)))));
    return new FurtherFindings(rules, errors, reasons);
  }

  private static SequencedMap<String, EffectResult> pooled(
      SequencedMap<String, EffectResult> best, List<SequencedMap<String, EffectResult>> draws) {
    return best.isEmpty() || draws.isEmpty()
        ? best
        : PooledEffects.of(new StudyEffects(best, List.of()), draws).effects();
  }

  /** The gains of every rule. */
  public SequencedMap<String, EffectResult> values() {
    SequencedMap<String, EffectResult> values = new LinkedHashMap<>();
    policies.forEach((name, finding) -> values.put(name, finding.values()));
    return values;
  }

  private SequencedMap<String, EffectResult> parts() {
    SequencedMap<String, EffectResult> parts = new LinkedHashMap<>();
    mechanisms.forEach((name, finding) -> parts.put(name, finding.values()));
    return parts;
  }
}
