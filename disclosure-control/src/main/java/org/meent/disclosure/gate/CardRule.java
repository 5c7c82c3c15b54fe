// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.gate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.meent.disclosure.output.ModelCard;
import org.meent.disclosure.output.ModelCard.Cited;
import org.meent.disclosure.output.ModelCard.Line;
import org.meent.disclosure.output.ModelCard.Piece;
import org.meent.disclosure.report.Block.Column;
import org.meent.disclosure.report.Block.Verdict;
import org.meent.protocols.canonical.Json;
import org.meent.protocols.canonical.ProtocolDigest;

/**
 * Judges a model card by what the gate let through of the other outputs: every figure on it stands
 * in a cell of an output that passed, as it would leave, and every other digit in the protocol. It
 * does not read words: whether a sentence says what its figures say is for people.
 */
final class CardRule {
  private static final String RULE = "model-card";

  private final ModelCard card;
  private final Map<String, Releasable> passed = new LinkedHashMap<>();
  private final Set<String> declared = new HashSet<>();
  private final Set<String> wrong = new LinkedHashSet<>();
  private final List<Finding> findings = new ArrayList<>();

  private CardRule(ModelCard card, Judgement judged) {
    this.card = card;
    judged.releasables().forEach(output -> passed.put(output.id(), output));
    declare(ProtocolDigest.canonical(card.protocol()));
    declared.add(ProtocolDigest.of(card.protocol()));
    declared.add(card.protocol().usableUntil().toString());
  }

  static Decision judge(ModelCard card, Judgement judged) {
    CardRule rule = new CardRule(card, judged);
    card.lines().forEach(rule::line);
    if (!rule.wrong.isEmpty()) {
      rule.wrong.forEach(code -> rule.fail(code));
      return new Decision.Refusal(card.id(), rule.findings);
    }
    rule.findings.add(
        Finding.of(
            RULE,
            Verdict.PASS,
            card.id(),
            "card.pass",
            card.evidence().cited().size(),
            String.join(
                ", ", card.evidence().cited().stream().map(Cited::output).distinct().toList())));
    rule.findings.add(Finding.of(RULE, Verdict.NOT_RUN, card.id(), "card.words-not-read"));
    return new Decision.Release(rule.releasable(), rule.findings);
  }

  private void fail(String code) {
    String[] parts = code.split("\n", -1);
    findings.add(Finding.of(RULE, Verdict.FAIL, card.id(), parts[0], parts[1]));
  }

  private void line(Line line) {
    if (hasDigit(line.part()) || hasDigit(line.language())) {
      wrong("card.words", line.part().replaceAll("\\d", "?"));
    }
    line.pieces().forEach(piece -> piece(piece, line));
  }

  private void piece(Piece piece, Line line) {
    switch (piece) {
      case ModelCard.Words(String shown) -> {
        if (hasDigit(shown)) {
          wrong("card.words", line.part());
        }
      }
      case ModelCard.Declared(String shown) -> {
        if (!declared.contains(shown)) {
          wrong("card.declared", line.part());
        }
      }
      case Cited cited -> cited(cited);
    }
  }

  private void cited(Cited cited) {
    Releasable output = passed.get(cited.output());
    if (output == null) {
      wrong("card.not-passed", cited.output());
    } else if (!output.digest().equals(cited.digest())) {
      wrong("card.other-version", cited.output());
    } else if (!stands(cited, output)) {
      wrong("card.not-there", cited.output());
    }
  }

  private static boolean stands(Cited cited, Releasable output) {
    String shown = cited.shown();
    if (shown.isEmpty() || shown.equals(Releasable.MARK)) {
      return false;
    }
    return switch (cited.place()) {
      case ModelCard.Cell(int row, int column) ->
          row >= 0
              && column >= 0
              && row < output.rows().size()
              && column < output.columns().size()
              && output.rows().get(row).get(column).equals(shown);
      case ModelCard.OfPopulation() -> holds(output.population(), shown);
      case ModelCard.OfTitle() -> holds(output.title(), shown);
      case ModelCard.OfId() -> output.id().equals(shown);
      case ModelCard.OfDigest() -> output.digest().equals(shown);
    };
  }

  private void wrong(String code, String of) {
    wrong.add(code + "\n" + of);
  }

  /** Whether a text stands in another one, and no number is cut in two by it. */
  private static boolean holds(String whole, String part) {
    for (int at = whole.indexOf(part); at >= 0; at = whole.indexOf(part, at + 1)) {
      if (!isInNumber(whole, at) && !isInNumber(whole, at + part.length())) {
        return true;
      }
    }
    return false;
  }

  /** Whether a place lies between two signs of one number, such as 1 and .5, or - and 2. */
  private static boolean isInNumber(String text, int at) {
    if (at <= 0 || at >= text.length()) {
      return false;
    }
    char before = text.charAt(at - 1);
    char after = text.charAt(at);
    return isDigit(after)
        ? isDigit(before) || before == '-' || (isPoint(before) && isDigitAt(text, at - 2))
        : isPoint(after) && isDigit(before) && isDigitAt(text, at + 1);
  }

  private static boolean isPoint(char c) {
    return c == '.' || c == ',';
  }

  private static boolean isDigitAt(String text, int at) {
    return at >= 0 && at < text.length() && isDigit(text.charAt(at));
  }

  private static boolean hasDigit(String words) {
    return words.codePoints().anyMatch(CardRule::isDigit);
  }

  /** Digits of any script, and signs that are a number by themselves. */
  private static boolean isDigit(int c) {
    int type = Character.getType(c);
    return type == Character.DECIMAL_DIGIT_NUMBER
        || type == Character.LETTER_NUMBER
        || type == Character.OTHER_NUMBER;
  }

  private void declare(Json value) {
    switch (value) {
      case Json.Text(String text) -> {
        declared.add(text);
        declared.add(text.strip());
      }
      case Json.Whole(long whole) -> declared.add(Long.toString(whole));
      case Json.Truth truth -> {}
      case Json.Items(List<Json> items) -> items.forEach(this::declare);
      case Json.Members(Map<String, Json> members) ->
          members.forEach(
              (name, member) -> {
                declared.add(name);
                declare(member);
              });
    }
  }

  private Releasable releasable() {
    return new Releasable(
        card.id(),
        Releasable.Kind.CARD,
        "Model card: " + card.protocol().identity().title(),
        card.protocol().cohort().definition(),
        List.of(
            new Column("language", false),
            new Column("part", false),
            new Column("item", false),
            new Column("text", false)),
        card.lines().stream()
            .map(
                line ->
                    List.of(
                        line.language(),
                        line.part(),
                        Piece.shown(line.item()),
                        Piece.shown(line.text())))
            .toList());
  }
}
