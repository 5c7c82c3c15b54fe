// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.card;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.meent.desk.report.ConditionsOfUse;
import org.meent.disclosure.gate.Judgement;
import org.meent.disclosure.output.ModelCard;
import org.meent.disclosure.output.ModelCard.Cited;
import org.meent.disclosure.output.ModelCard.Line;
import org.meent.models.study.AnalysisRegister;
import org.meent.models.study.EffectResult;
import org.meent.models.study.FurtherFindings;
import org.meent.protocols.OutputPlan;
import org.meent.protocols.Protocol;

/**
 * Writes the model card of a study from what the gate let through, in Dutch and English: what was
 * found, why, for whom it holds, who is absent, the checks with their verdicts, how it was made,
 * every planned analysis with its outcome, and what it may be used for. The gate judges it
 * afterwards, and believes none of it.
 */
public final class ReleasedCard {
  private static final List<Locale> LANGUAGES = List.of(Locale.of("nl"), Locale.ENGLISH);

  private ReleasedCard() {}

  /**
   * The cards that a protocol asks for.
   *
   * @param judged what the gate said of all other outputs
   * @param effects the planned effects, for the verdicts of their gates
   * @param further what was found beyond averages, for what errors of measurement would change
   * @param register every planned analysis and what it came to
   */
  public static List<ModelCard> of(
      Protocol protocol,
      Judgement judged,
      SequencedMap<String, EffectResult> effects,
      FurtherFindings further,
      AnalysisRegister register) {
    SequencedMap<String, CardSource> passed = new LinkedHashMap<>();
    judged.releasables().forEach(output -> passed.put(output.id(), new CardSource(output)));
    Set<String> fragile = new LinkedHashSet<>(effects.keySet());
    fragile.removeIf(effect -> !further.fragile(effect));
    List<ModelCard> cards = new ArrayList<>();
    for (Map.Entry<String, OutputPlan> asked : protocol.requested().entrySet()) {
      if (asked.getValue() instanceof OutputPlan.ModelCard) {
        List<Line> lines = new ArrayList<>();
        LANGUAGES.forEach(
            language ->
                lines.addAll(lines(protocol, passed, effects, fragile, register, language)));
        cards.add(new ModelCard(asked.getKey(), protocol, lines));
      }
    }
    return cards;
  }

  private static List<Line> lines(
      Protocol protocol,
      SequencedMap<String, CardSource> passed,
      SequencedMap<String, EffectResult> effects,
      Set<String> fragile,
      AnalysisRegister register,
      Locale language) {
    CardLines lines = new CardLines(language);
    CardNames names = new CardNames(protocol);
    lines.part(CardPage.STAMP);
    lines.say(CardPage.STAMP + ".text");
    lines.part("model-card.what");
    lines.row(List.of(), CardLines.declared(protocol.identity().laySummary()));
    lines.say("model-card.only");
    use(protocol, lines);
    new CardFindings(protocol, passed, effects, fragile, names, lines).write();
    new CardPeople(protocol, passed, lines).write();
    new CardMaking(protocol, effects, register, names, lines).write();
    sources(passed, lines);
    return lines.lines();
  }

  private static void use(Protocol protocol, CardLines lines) {
    lines.part("fit.use");
    for (String condition : ConditionsOfUse.CONDITIONS) {
      lines.say("fit.use." + condition);
    }
    lines.say("card.until", CardLines.declared(protocol.usableUntil().toString()));
  }

  /** Which outputs the card cites, by the digest of their files: anybody can compare them. */
  private static void sources(SequencedMap<String, CardSource> passed, CardLines lines) {
    lines.part("model-card.sources");
    lines.say("model-card.sources.text");
    List<String> cited =
        lines.lines().stream()
            .flatMap(Line::pieces)
            .filter(Cited.class::isInstance)
            .map(piece -> ((Cited) piece).output())
            .distinct()
            .toList();
    passed.values().stream()
        .filter(source -> cited.contains(source.id()))
        .forEach(source -> lines.row(source.name(), source.digest()));
  }
}
