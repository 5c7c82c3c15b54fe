// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.study;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import org.meent.disclosure.output.Estimate;
import org.meent.disclosure.output.Standing;
import org.meent.models.effect.EffectFamily;
import org.meent.protocols.AnalysisPlan;
import org.meent.protocols.EffectFamilyPlan;

/** The planned effects of a study, and what of them goes into the declared family. */
public final class StudyEffects {
  private final SequencedMap<String, EffectResult> effects;
  private final List<StudyMember> members;

  StudyEffects(SequencedMap<String, EffectResult> effects, List<StudyMember> members) {
    this.effects = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(effects));
    this.members = List.copyOf(members);
  }

  /** The effects, by name, in the order of the protocol. */
  public SequencedMap<String, EffectResult> effects() {
    return effects;
  }

  List<StudyMember> members() {
    return members;
  }

  /**
   * The same with every figure adjusted for the others of the declared family; what is planned and
   * not in it is exploratory. Nothing changes where no family was declared.
   */
  public StudyEffects adjusted(AnalysisPlan plan) {
    return plan.family().map(family -> adjusted(family, plan.seed())).orElse(this);
  }

  private StudyEffects adjusted(EffectFamilyPlan plan, long seed) {
    List<StudyMember> answered = members.stream().filter(this::isAnswered).toList();
    List<EffectFamily.Member> family =
        answered.stream()
            .map(one -> new EffectFamily.Member(one.estimate(), one.influence(), true))
            .toList();
    List<EffectFamily.Adjusted> found = EffectFamily.of(family, seed).members();
    SequencedMap<String, EffectResult> standing = new LinkedHashMap<>();
    effects.forEach(
        (name, effect) -> {
          List<Estimate> rows = new ArrayList<>();
          for (int row = 0; row < effect.rows().size(); row++) {
            rows.add(standing(effect.rows().get(row), find(answered, found, name, row), plan));
          }
          standing.put(name, effect.withRows(rows));
        });
    return new StudyEffects(standing, members);
  }

  /** A figure that one of several linkages could not carry is refused after all. */
  private boolean isAnswered(StudyMember member) {
    EffectResult effect = Objects.requireNonNull(effects.get(member.effect()));
    return effect.rows().get(member.row()).result() instanceof Estimate.Estimated;
  }

  private static Optional<EffectFamily.Adjusted> find(
      List<StudyMember> members, List<EffectFamily.Adjusted> found, String effect, int row) {
    for (int i = 0; i < members.size(); i++) {
      if (members.get(i).effect().equals(effect) && members.get(i).row() == row) {
        return Optional.of(found.get(i));
      }
    }
    return Optional.empty();
  }

  private static Estimate standing(
      Estimate row, Optional<EffectFamily.Adjusted> found, EffectFamilyPlan plan) {
    return switch (row.result()) {
      case Estimate.Refused refused -> row;
      case Estimate.Estimated figures ->
          row.with(found.map(one -> standing(one, plan)).orElse(Standing.EXPLORATORY));
    };
  }

  private static Standing standing(EffectFamily.Adjusted found, EffectFamilyPlan plan) {
    return switch (plan.kind()) {
      case SIMULTANEOUS ->
          new Standing.Simultaneous(found.simultaneous().lower(), found.simultaneous().upper());
      case FALSE_DISCOVERY -> new Standing.Discovery(found.falseDiscovery());
    };
  }
}
