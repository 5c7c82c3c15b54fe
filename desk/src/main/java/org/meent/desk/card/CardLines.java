// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.meent.desk.text.Texts;
import org.meent.disclosure.output.ModelCard;
import org.meent.disclosure.output.ModelCard.Line;
import org.meent.disclosure.output.ModelCard.Piece;

/** The statements of a card in one language, heading by heading. */
final class CardLines {
  private static final Pattern SLOT = Pattern.compile("\\{([0-9])\\}");

  private final Locale language;
  private final Texts texts;
  private final List<Line> lines = new ArrayList<>();
  private String part = "";

  CardLines(Locale language) {
    this.language = language;
    this.texts = Texts.of(language);
  }

  List<Line> lines() {
    return List.copyOf(lines);
  }

  /** The statements that follow stand under this heading. */
  void part(String key) {
    part = texts.get(key);
  }

  /** A sentence. */
  @SafeVarargs
  final void say(String key, List<Piece>... slots) {
    row(List.of(), words(key, slots));
  }

  /** What is said of an item. */
  void row(List<Piece> item, List<Piece> text) {
    lines.add(new Line(language.getLanguage(), part, item, text));
  }

  /** A sentence of the bundle with pieces in its slots. */
  @SafeVarargs
  final List<Piece> words(String key, List<Piece>... slots) {
    String sentence = texts.get(key);
    List<Piece> pieces = new ArrayList<>();
    Matcher slot = SLOT.matcher(sentence);
    int end = 0;
    while (slot.find()) {
      pieces.addAll(plain(sentence.substring(end, slot.start())));
      pieces.addAll(slots[Integer.parseInt(slot.group(1))]);
      end = slot.end();
    }
    pieces.addAll(plain(sentence.substring(end)));
    return pieces;
  }

  static List<Piece> plain(String words) {
    return words.isEmpty() ? List.of() : List.of(new ModelCard.Words(words));
  }

  static List<Piece> declared(String text) {
    return List.of(new ModelCard.Declared(text));
  }

  /** Pieces one after the other, with words in between. */
  static List<Piece> joined(String between, List<List<Piece>> all) {
    List<Piece> joined = new ArrayList<>();
    for (List<Piece> one : all) {
      joined.addAll(joined.isEmpty() ? List.of() : plain(between));
      joined.addAll(one);
    }
    return joined;
  }

  @SafeVarargs
  static List<Piece> joined(List<Piece>... all) {
    return joined("", List.of(all));
  }
}
