// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.described;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import org.meent.models.described.Answer.Why;
import org.meent.models.described.SupportAnswer.GroupAnswer;
import org.meent.protocols.AnalysisPlan;
import org.meent.protocols.AnalysisPlan.Method;

/** The rows of a released table of estimates, by whom they speak of. */
final class EffectRows {
  static final List<String> COLUMNS =
      List.of(
          "method",
          "estimand",
          "arm",
          "reference",
          "group",
          "estimate",
          "standard_error",
          "lower",
          "upper",
          "treated",
          "controls",
          "refused_by");

  /** Adjusted estimates come before plain ones. */
  private static final List<Method> PREFERRED =
      List.of(Method.CAUSAL_FOREST, Method.DOUBLY_ROBUST, Method.DIFFERENCE_IN_MEANS);

  /** Method and estimand of a table of answers. */
  private record Kind(String method, String estimand) {}

  private final ReleasedSheet sheet;
  private final AnalysisPlan.Effect plan;
  private final SequencedMap<Kind, SequencedMap<Likeness, Answer>> answers = new LinkedHashMap<>();

  /**
   * Reads a sheet.
   *
   * @throws org.meent.protocols.refusal.RefusalException if it is not the table that the plan
   *     declares
   */
  EffectRows(ReleasedSheet sheet, AnalysisPlan.Effect plan) {
    this.sheet = sheet;
    this.plan = plan;
    if (!sheet.columns().equals(COLUMNS)) {
      throw ReleasedSheet.wrong(sheet.id(), -1);
    }
    for (int row = 0; row < sheet.rows().size(); row++) {
      read(row);
    }
  }

  private void read(int row) {
    boolean planned =
        sheet.text(row, "arm").equals(plan.arm())
            && sheet.text(row, "reference").equals(plan.reference());
    int at = row;
    Likeness group =
        Likeness.parse(sheet.text(row, "group"))
            .filter(g -> planned)
            .orElseThrow(() -> ReleasedSheet.wrong(sheet.id(), at));
    Kind kind = new Kind(sheet.text(row, "method"), sheet.text(row, "estimand"));
    if (answers.computeIfAbsent(kind, k -> new LinkedHashMap<>()).put(group, answer(row)) != null) {
      throw ReleasedSheet.wrong(sheet.id(), row);
    }
  }

  private Answer answer(int row) {
    OptionalDouble lower = sheet.figure(row, "lower");
    OptionalDouble upper = sheet.figure(row, "upper");
    if (lower.isPresent() != upper.isPresent()
        || (lower.isPresent() && lower.getAsDouble() > upper.getAsDouble())) {
      throw ReleasedSheet.wrong(sheet.id(), row);
    }
    if (lower.isEmpty()) {
      return new Answer.NoFigure(
          sheet.text(row, "refused_by").isEmpty() ? Why.LEFT_OUT : Why.NOT_COMPARABLE);
    }
    double fewest =
        StrictMath.min(
            sheet.figure(row, "treated").orElse(0), sheet.figure(row, "controls").orElse(0));
    return fewest < HundredPeople.FEWEST
        ? new Answer.NoFigure(Why.TOO_FEW)
        : Answer.of(lower.getAsDouble(), upper.getAsDouble());
  }

  /** All groups of which there is a figure under some method that makes people comparable. */
  List<Likeness> shown() {
    return PREFERRED.stream()
        .flatMap(method -> plan.estimands().stream().map(e -> new Kind(method.label(), e)))
        .flatMap(kind -> of(kind).entrySet().stream())
        .filter(entry -> known(entry.getValue()))
        .map(java.util.Map.Entry::getKey)
        .distinct()
        .toList();
  }

  /** An answer for each of the finest groups that fit, under one method and estimand. */
  List<GroupAnswer> of(Description description) {
    GroupAnswer none = new GroupAnswer(Likeness.EVERYBODY, "", new Answer.NoFigure(why()));
    for (Method method : PREFERRED) {
      for (String estimand : plan.estimands()) {
        SequencedMap<Likeness, Answer> fitting = new LinkedHashMap<>();
        of(new Kind(method.label(), estimand))
            .forEach(
                (group, answer) -> {
                  if (group.fits(description)) {
                    fitting.put(group, answer);
                  }
                });
        if (fitting.values().stream().anyMatch(EffectRows::known)) {
          return finest(fitting, estimand);
        }
      }
    }
    return List.of(none);
  }

  /** Groups without a figure are told too, unless a group within them has one. */
  private static List<GroupAnswer> finest(SequencedMap<Likeness, Answer> fitting, String estimand) {
    List<Likeness> known = new ArrayList<>();
    List<Likeness> unknown = new ArrayList<>();
    fitting.forEach((group, answer) -> (known(answer) ? known : unknown).add(group));
    List<Likeness> chosen = new ArrayList<>(Likeness.finest(known));
    Likeness.finest(unknown).stream()
        .filter(group -> known.stream().noneMatch(k -> k.isFinerThan(group)))
        .forEach(chosen::add);
    return chosen.stream()
        .sorted(Comparator.comparingInt((Likeness group) -> -group.codes().size()))
        .map(group -> new GroupAnswer(group, estimand, Objects.requireNonNull(fitting.get(group))))
        .toList();
  }

  private SequencedMap<Likeness, Answer> of(Kind kind) {
    return answers.getOrDefault(kind, new LinkedHashMap<>());
  }

  private Why why() {
    List<Answer> asked =
        answers.entrySet().stream()
            .filter(entry -> plan.estimands().contains(entry.getKey().estimand()))
            .map(entry -> entry.getValue().get(Likeness.EVERYBODY))
            .filter(Objects::nonNull)
            .toList();
    if (asked.isEmpty()) {
      return Why.NOT_COMPARED;
    }
    return asked.contains(new Answer.NoFigure(Why.NOT_COMPARABLE))
        ? Why.NOT_COMPARABLE
        : asked.contains(new Answer.NoFigure(Why.TOO_FEW)) ? Why.TOO_FEW : Why.LEFT_OUT;
  }

  private static boolean known(Answer answer) {
    return switch (answer) {
      case Answer.Difference _ -> true;
      case Answer.Undecided _ -> true;
      case Answer.NoFigure _ -> false;
    };
  }
}
