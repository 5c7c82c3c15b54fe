// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.meent.disclosure.output.Dimension;
import org.meent.disclosure.output.ModelCard.Piece;
import org.meent.models.study.EffectAnalysis;
import org.meent.models.study.EffectResult;
import org.meent.models.study.MechanismFinding;
import org.meent.protocols.AnalysisPlan.Effect;
import org.meent.protocols.AnalysisPlan.Method;
import org.meent.protocols.MechanismPlan;
import org.meent.protocols.OutputPlan;
import org.meent.protocols.Protocol;
import org.meent.protocols.yaml.Words;

/** What was found, in plain words, and why; read from the tables that passed and nothing else. */
final class CardFindings {
  /** Adjusted estimates come before plain ones. */
  private static final List<Method> PREFERRED =
      List.of(Method.CAUSAL_FOREST, Method.DOUBLY_ROBUST, Method.DIFFERENCE_IN_MEANS);

  private static final String EVERYBODY = Dimension.TOTAL;

  private final Protocol protocol;
  private final SequencedMap<String, CardSource> passed;
  private final SequencedMap<String, EffectResult> effects;
  private final Set<String> fragile;
  private final CardNames names;
  private final CardLines lines;
  private boolean groups;

  CardFindings(
      Protocol protocol,
      SequencedMap<String, CardSource> passed,
      SequencedMap<String, EffectResult> effects,
      Set<String> fragile,
      CardNames names,
      CardLines lines) {
    this.protocol = protocol;
    this.passed = passed;
    this.effects = effects;
    this.fragile = fragile;
    this.names = names;
    this.lines = lines;
  }

  void write() {
    lines.part("model-card.found");
    protocol.requested().forEach(this::effect);
    if (groups) {
      lines.say("card.groups.text");
    }
    lines.say("fit.plain.person");
    harm();
    mechanisms();
    others();
  }

  private void effect(String id, OutputPlan plan) {
    if (!(plan instanceof OutputPlan.Estimates(String effect))) {
      return;
    }
    CardSource source = passed.get(id);
    if (source == null) {
      lines.row(names.effect(effect), lines.words("model-card.not-passed"));
      return;
    }
    Effect planned = names.plan(effect);
    List<Piece> outcome = source.inTitle(protocol.cohort().label(planned.outcome()));
    int main = shown(source, effect, planned);
    List<List<Piece>> all = new ArrayList<>();
    all.add(said(source, main, planned, outcome));
    all.add(whom(source, main, planned));
    if (fragile.contains(effect)) {
      all.add(lines.words("model-card.fragile"));
    }
    all.removeIf(List::isEmpty);
    lines.row(names.effect(effect), CardLines.joined(" ", all));
    for (int row = 0; row < source.rows(); row++) {
      boolean sameMethod = source.text(row, "method").equals(source.text(main, "method"));
      boolean sameEstimand = source.text(row, "estimand").equals(source.text(main, "estimand"));
      boolean everybody = source.text(row, "group").equals(EVERYBODY);
      if (sameMethod && sameEstimand && !everybody) {
        groups = true;
        lines.row(
            CardLines.joined(
                names.effect(effect), CardLines.plain(", "), source.cell(row, "group")),
            said(source, row, planned, outcome));
      } else if (sameMethod && everybody && row != main) {
        other(source, row, effect);
      }
    }
  }

  /** Another average that was planned: it stands in the table, or was refused. */
  private void other(CardSource source, int row, String effect) {
    if (!source.text(row, "refused_by").isEmpty()) {
      lines.row(
          CardLines.joined(
              names.effect(effect), CardLines.plain(", "), source.cell(row, "estimand")),
          lines.words("model-card.refused", source.cell(row, "refused_by")));
    }
  }

  /** The row over everybody that the gates looked at; or else adjusted first, as planned. */
  private int shown(CardSource source, String effect, Effect planned) {
    List<String> methods = new ArrayList<>();
    Optional.ofNullable(effects.get(effect)).ifPresent(e -> methods.add(e.checks().method()));
    PREFERRED.forEach(method -> methods.add(method.label()));
    List<Integer> everybody =
        IntStream.range(0, source.rows())
            .filter(row -> source.text(row, "group").equals(EVERYBODY))
            .boxed()
            .toList();
    for (String method : methods) {
      for (String estimand : planned.estimands()) {
        for (int row : everybody) {
          if (source.text(row, "method").equals(method)
              && source.text(row, "estimand").equals(estimand)
              && source.figure(row, "estimate").isPresent()) {
            return row;
          }
        }
      }
    }
    return everybody.getFirst();
  }

  private List<Piece> said(CardSource source, int row, Effect plan, List<Piece> outcome) {
    List<Piece> arm = CardLines.declared(plan.arm());
    List<Piece> reference = CardLines.declared(plan.reference());
    if (source.leftOut(row, "estimate")) {
      return lines.words("model-card.left-out");
    }
    boolean adjusted = !source.text(row, "estimand").equals(EffectAnalysis.UNADJUSTED);
    if (source.figure(row, "estimate").isEmpty() || !adjusted) {
      return lines.words("card.unknown", arm, reference, outcome);
    }
    String ends = together(source, row) ? "family_" : "";
    return CardLines.joined(
        " ",
        Stream.of(
                lines.words(
                    "model-card." + direction(source, row, ends),
                    arm,
                    reference,
                    outcome,
                    source.cell(row, "estimate"),
                    source.cell(row, ends + "lower"),
                    source.cell(row, ends + "upper")),
                family(source, row))
            .filter(said -> !said.isEmpty())
            .toList());
  }

  /** Whether a range was declared that holds for everything that is read together. */
  private static boolean together(CardSource source, int row) {
    return !source.text(row, "family_lower").isEmpty();
  }

  /** How the figure stands among what was declared to be read together. */
  private List<Piece> family(CardSource source, int row) {
    String found = source.text(row, "found_in_family");
    if (together(source, row)) {
      return lines.words("model-card.family");
    }
    if (!found.isEmpty()) {
      return lines.words("model-card.family." + found);
    }
    return source.text(row, "family").equals("exploratory")
        ? lines.words("model-card.exploratory")
        : List.of();
  }

  private static String direction(CardSource source, int row, String ends) {
    return source.figure(row, ends + "lower").orElseThrow() > 0
        ? "more"
        : source.figure(row, ends + "upper").orElseThrow() < 0 ? "less" : "unknown";
  }

  private List<Piece> whom(CardSource source, int row, Effect plan) {
    boolean figure = source.figure(row, "estimate").isPresent();
    String estimand = source.text(row, "estimand");
    return figure && !estimand.equals(EffectAnalysis.UNADJUSTED)
        ? lines.words(
            "fit.whom." + estimand,
            CardLines.declared(plan.arm()),
            CardLines.declared(plan.reference()))
        : List.of();
  }

  private void harm() {
    lines.part("model-card.harm");
    lines.say("model-card.harm.text");
    protocol
        .analysis()
        .harm()
        .unmeasured()
        .forEach(
            (harm, why) ->
                lines.row(lines.words("harm." + Words.of(harm)), CardLines.declared(why)));
  }

  private void mechanisms() {
    lines.part("mechanism.heading");
    boolean none = true;
    for (Map.Entry<String, OutputPlan> output : protocol.requested().entrySet()) {
      if (output.getValue() instanceof OutputPlan.Mechanism(String name)) {
        mechanism(name, Optional.ofNullable(passed.get(output.getKey())));
        none = false;
      }
    }
    lines.say(none ? "model-card.no-mechanism" : "mechanism.study.never");
  }

  private void mechanism(String name, Optional<CardSource> table) {
    MechanismPlan plan =
        Objects.requireNonNull(protocol.analysis().further().mechanisms().get(name));
    List<Piece> item = CardLines.declared(name);
    if (table.isEmpty()) {
      lines.row(item, lines.words("model-card.not-passed"));
      return;
    }
    CardSource source = table.get();
    int row =
        IntStream.range(0, source.rows())
            .filter(
                r -> source.text(r, "estimand").equals(MechanismFinding.through(plan.mediator())))
            .findFirst()
            .orElseThrow();
    if (source.leftOut(row, "estimate")) {
      lines.row(item, lines.words("model-card.left-out"));
    } else if (source.figure(row, "estimate").isEmpty()) {
      lines.row(item, lines.words("mechanism.study.refused", source.cell(row, "refused_by")));
    } else {
      lines.row(
          item,
          lines.words(
              "mechanism." + direction(source, row, ""),
              source.inTitle(protocol.cohort().label(plan.mediator())),
              CardLines.declared(names.plan(plan.effect()).arm()),
              source.cell(row, "lower"),
              source.cell(row, "upper")));
    }
    lines.row(
        item, lines.words("mechanism.study.assumptions", CardLines.declared(plan.assumptions())));
  }

  /** What else leaves, by its title: the card shows none of its figures. */
  private void others() {
    lines.part("model-card.others");
    lines.say("model-card.others.text");
    passed.forEach((id, source) -> lines.row(source.name(), source.title()));
  }
}
