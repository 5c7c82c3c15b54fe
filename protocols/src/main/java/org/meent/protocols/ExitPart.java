// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.meent.protocols.ExitPlan.Otherwise;
import org.meent.protocols.ExitPlan.State;
import org.meent.protocols.SourcePlan.Timing;
import org.meent.protocols.yaml.Fields;
import org.meent.protocols.yaml.Words;

/** The key {@code exits} of a cohort: how people leave a state. */
final class ExitPart {
  private static final Pattern STEPS = Pattern.compile("([0-9]{1,4}) (days|months)");
  private static final String OR = "\\s*\\|\\s*";
  private static final int MOST_MONTHS = 120;
  private static final int MOST_DAYS = 366;

  private final DeclaredNames names;
  private final StudyDesign design;
  private final Set<String> taken;

  /**
   * A part.
   *
   * @param taken names of covariates and outcomes
   */
  ExitPart(DeclaredNames names, StudyDesign design, Set<String> taken) {
    this.names = names;
    this.design = design;
    this.taken = taken;
  }

  Optional<ExitPlan> read(Fields at) {
    return at.has("exits") ? Optional.of(at.fields("exits", this::plan)) : Optional.empty();
  }

  private ExitPlan plan(Fields at) {
    String name = at.text("name");
    ControlWords.check(name, at.at("name"), at.problems());
    int follow = steps(at, "follow", "months", 1, MOST_MONTHS);
    State from = state(at);
    if (names.isDated(from.from()) && !(names.timing(from.from()) instanceof Timing.Spell)) {
      at.problems().badInput("protocols.study.exits-spells", at.at("from"), from.from());
    }
    SequencedMap<String, State> kinds = at.named("kinds", 1, this::kind);
    Otherwise otherwise = at.choice("otherwise", Otherwise.class);
    if (kinds.containsKey(Words.of(otherwise))) {
      at.problems().badInput("protocols.study.exits-kind", at.at("kinds"), Words.of(otherwise));
    }
    ExitPlan plan =
        new ExitPlan(
            name,
            from,
            at.has("gaps") ? steps(at, "gaps", "days", 1, MOST_DAYS) : 0,
            follow,
            steps(at, "within", "days", 1, MOST_DAYS),
            kinds,
            otherwise,
            at.has("returns-of") ? steps(at, "returns-of", "months", 1, follow) : follow,
            at.date("known-until"));
    if (at.has("known-until") && plan.isUnseen(design)) {
      at.problems().badInput("protocols.study.exits-unseen", at.at("known-until"));
    }
    taken.stream()
        .filter(plan::has)
        .findFirst()
        .ifPresent(
            same -> at.problems().badInput("protocols.study.name-taken", at.at("name"), same));
    return plan;
  }

  private State kind(String name, Fields at) {
    ControlWords.check(name, at.spot(), at.problems());
    if (ExitPlan.TAKEN.contains(name.toLowerCase(Locale.ROOT))) {
      at.problems().badInput("protocols.study.exits-kind", at.spot(), name);
    }
    return state(at);
  }

  private State state(Fields at) {
    String from = names.source(at, "from");
    if (names.sources().containsKey(from) && !names.isDated(from)) {
      at.problems().badInput("protocols.study.exits-undated", at.at("from"), from);
    }
    SequencedMap<String, List<String>> where = new LinkedHashMap<>();
    if (at.has("where")) {
      at.namedTexts("where", 1)
          .forEach((variable, text) -> where.put(variable, values(at, from, variable, text)));
    }
    return new State(from, where);
  }

  private List<String> values(Fields at, String from, String variable, String text) {
    names.variable(at, "where", variable, from);
    List<String> values = List.of(text.split(OR, -1));
    boolean wrong =
        values.stream().anyMatch(value -> !Selection.isValue(value, names.type(from, variable)));
    if (names.isKnown(from, variable) && wrong) {
      at.problems().badInput("protocols.study.where-value", at.at("where"), variable);
    }
    return values;
  }

  /** A number of days or months, such as {@code 24 months}. */
  static int steps(Fields at, String key, String unit, int least, int most) {
    String text = at.text(key);
    Matcher form = STEPS.matcher(text);
    int steps = form.matches() ? Integer.parseInt(form.group(1)) : least;
    int within = Math.clamp(steps, least, most);
    boolean right = form.matches() && form.group(2).equals(unit) && steps == within;
    if (!right && !text.isEmpty()) {
      at.problems().badInput("protocols.study.steps", at.at(key), least, most, unit);
    }
    return within;
  }

  /** Curves know nothing of the doubt about who is who, so they are not asked beside it. */
  static void checkLinkages(Fields top, AnalysisPlan analysis, LinkagePlan linkage) {
    if (!analysis.exits().isEmpty() && linkage.linkages() > 0) {
      top.problems().badInput("protocols.study.exits-linkages", top.at("analysis"));
    }
  }
}
