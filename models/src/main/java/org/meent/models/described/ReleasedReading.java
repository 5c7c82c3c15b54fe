// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.described;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;
import org.meent.models.described.Shares.Share;
import org.meent.models.described.SupportAnswer.GroupAnswer;
import org.meent.protocols.AnalysisPlan;
import org.meent.protocols.OutputPlan;
import org.meent.protocols.Protocol;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/** One reading of the tables for one description. */
final class ReleasedReading {
  private final Protocol protocol;
  private final List<ReleasedSheet> sheets;
  private final Description description;
  private final Set<Likeness> shown = new LinkedHashSet<>();

  ReleasedReading(Protocol protocol, List<ReleasedSheet> sheets, Description description) {
    this.protocol = protocol;
    this.sheets = sheets;
    this.description = description;
    Set<String> keys = new LinkedHashSet<>();
    protocol.sources().values().forEach(source -> keys.addAll(source.key()));
    for (String field : description.fields().keySet()) {
      if (keys.stream().anyMatch(field::equalsIgnoreCase)) {
        throw Refusal.refused("models.described.person", Where.field("--with")).asException();
      }
    }
  }

  HundredPeople answer() {
    List<Shares> shares = shares();
    List<Afterwards> afterwards =
        protocol.cohort().outcomes().keySet().stream().flatMap(this::afterwards).toList();
    List<SupportAnswer> supports = supports();
    List<FieldUse> fields = new ArrayList<>();
    description
        .fields()
        .forEach((field, code) -> fields.add(new FieldUse(field, code, use(field, code))));
    return new HundredPeople(fields, shares, afterwards, leaving(), supports);
  }

  private List<Shares> shares() {
    SequencedMap<Likeness, Shares> found = new LinkedHashMap<>();
    for (ReleasedSheet sheet : sheets) {
      ArmTable.counts(sheet, known())
          .ifPresent(
              table ->
                  table.cells().keySet().stream()
                      .filter(
                          group -> table.total(group).figure().orElse(0) >= HundredPeople.FEWEST)
                      .forEach(group -> found.putIfAbsent(group, shares(table, group))));
    }
    return finest(found);
  }

  private Shares shares(ArmTable table, Likeness group) {
    List<String> arms = List.copyOf(protocol.cohort().treatment().arms().keySet());
    long counted = (long) table.total(group).figure().orElseThrow();
    List<OptionalLong> counts =
        arms.stream()
            .map(arm -> table.cell(group, arm).figure())
            .map(c -> c.isPresent() ? OptionalLong.of((long) c.getAsDouble()) : unknown())
            .toList();
    var ofHundred = Shares.ofHundred(counts, counted);
    List<Share> shares = new ArrayList<>();
    for (int i = 0; i < arms.size(); i++) {
      shares.add(new Share(arms.get(i), ofHundred.get(i)));
    }
    return new Shares(group, counted, shares);
  }

  private static OptionalLong unknown() {
    return OptionalLong.empty();
  }

  private Stream<Afterwards> afterwards(String outcome) {
    SequencedMap<Likeness, Afterwards> found = new LinkedHashMap<>();
    for (ReleasedSheet sheet : sheets) {
      ArmTable.means(sheet, known(), outcome)
          .ifPresent(
              table ->
                  table
                      .cells()
                      .keySet()
                      .forEach(
                          group -> found.putIfAbsent(group, afterwards(table, group, outcome))));
    }
    found.values().removeIf(a -> a.means().stream().allMatch(mean -> mean.mean().isEmpty()));
    return finest(found).stream();
  }

  private Afterwards afterwards(ArmTable table, Likeness group, String outcome) {
    return new Afterwards(
        group,
        outcome,
        protocol.cohort().treatment().arms().keySet().stream()
            .map(
                arm -> {
                  ArmTable.Cell cell = table.cell(group, arm);
                  boolean enough = cell.units().orElse(0) >= HundredPeople.FEWEST;
                  return new Afterwards.Mean(arm, enough ? cell.figure() : OptionalDouble.empty());
                })
            .toList());
  }

  /** What was found for the finest groups that fit; the others count as shown all the same. */
  private <T> List<T> finest(SequencedMap<Likeness, T> found) {
    shown.addAll(found.keySet());
    List<Likeness> fitting =
        found.keySet().stream().filter(group -> group.fits(description)).toList();
    return Likeness.finest(fitting).stream()
        .sorted(Comparator.comparingInt((Likeness group) -> -group.codes().size()))
        .map(group -> Objects.requireNonNull(found.get(group)))
        .toList();
  }

  private List<Leaving> leaving() {
    Set<String> arms = protocol.cohort().treatment().arms().keySet();
    return sheets.stream().flatMap(sheet -> Leaving.of(sheet, arms).stream()).toList();
  }

  private List<SupportAnswer> supports() {
    List<SupportAnswer> answers = new ArrayList<>();
    for (Map.Entry<String, OutputPlan> output : protocol.requested().entrySet()) {
      if (output.getValue() instanceof OutputPlan.Estimates(String effect)) {
        AnalysisPlan.Effect plan =
            Objects.requireNonNull(protocol.analysis().estimated().get(effect));
        Optional<ReleasedSheet> sheet =
            sheets.stream().filter(one -> one.id().equals(output.getKey())).findFirst();
        answers.add(
            new SupportAnswer(
                effect,
                plan.arm(),
                plan.reference(),
                plan.outcome(),
                sheet.map(ReleasedSheet::population).orElse(protocol.cohort().definition()),
                sheet.map(one -> answers(one, plan)).orElseGet(ReleasedReading::withheld)));
      }
    }
    return answers;
  }

  private List<GroupAnswer> answers(ReleasedSheet sheet, AnalysisPlan.Effect plan) {
    EffectRows rows = new EffectRows(sheet, plan);
    shown.addAll(rows.shown());
    return rows.of(description);
  }

  private static List<GroupAnswer> withheld() {
    return List.of(
        new GroupAnswer(Likeness.EVERYBODY, "", new Answer.NoFigure(Answer.Why.LEFT_OUT)));
  }

  private FieldUse.Use use(String field, String code) {
    if (shown.stream().anyMatch(group -> code.equals(group.codes().get(field)))) {
      return FieldUse.Use.SHOWN;
    }
    if (shown.stream().anyMatch(group -> group.codes().containsKey(field))) {
      return FieldUse.Use.CODE_NOT_SHOWN;
    }
    boolean compared =
        protocol.cohort().treatment().weightsBy().contains(field)
            || protocol.analysis().estimated().values().stream()
                .anyMatch(effect -> effect.covariates().contains(field));
    if (compared) {
      return FieldUse.Use.COMPARED_BY;
    }
    return known().contains(field) ? FieldUse.Use.KNOWN_ONLY : FieldUse.Use.NOT_LOOKED_AT;
  }

  private Set<String> known() {
    return protocol.cohort().covariates().keySet();
  }
}
