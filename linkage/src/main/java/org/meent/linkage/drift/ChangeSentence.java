// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.meent.protocols.refusal.Sentences;

/** Says a change in one sentence, in Dutch or English. */
public final class ChangeSentence {
  private static final int NAMED = 8;
  private static final double LEAST_SHARE = 0.001;
  private static final Properties DUTCH = load("nl");
  private static final Properties ENGLISH = load("en");

  private final Properties texts;
  private final Locale locale;

  private ChangeSentence(Properties texts, Locale locale) {
    this.texts = texts;
    this.locale = locale;
  }

  /** The sentences in Dutch, or in English for any other language. */
  public static ChangeSentence in(Locale locale) {
    return locale.getLanguage().equals("nl")
        ? new ChangeSentence(DUTCH, Locale.of("nl"))
        : new ChangeSentence(ENGLISH, Locale.ENGLISH);
  }

  /** The change in one sentence. */
  public String of(Change change) {
    String sentence = text(change.kind().name()).replace("{column}", change.column());
    for (Map.Entry<String, Change.Figure> figure : change.figures().entrySet()) {
      sentence = sentence.replace("{" + figure.getKey() + "}", written(figure.getValue()));
    }
    return sentence;
  }

  private String written(Change.Figure figure) {
    return switch (figure) {
      case Change.Figure.Count count ->
          count.exact() ? Long.toString(count.value()) : text("about") + " " + count.value();
      case Change.Figure.Share share -> percent(share.value());
      case Change.Figure.Number number ->
          number.value().toPlainString().replace(".", text("decimal"));
      case Change.Figure.Word word -> texts.getProperty("word." + word.value(), word.value());
      case Change.Figure.Words words -> list(words.values());
      case Change.Figure.Codes codes -> list(codes.values().stream().map(this::written).toList());
    };
  }

  private String written(Change.CodeCount code) {
    String rows = code.rows() + " " + text(code.rows() == 1 ? "row" : "rows");
    String name = code.code().isEmpty() ? "\"\"" : code.code();
    return code.label().isEmpty()
        ? "%s (%s)".formatted(name, rows)
        : "%s = %s (%s)".formatted(name, code.label(), rows);
  }

  private String percent(double share) {
    return share > 0 && share < LEAST_SHARE
        ? text("below") + " " + String.format(locale, "%.1f %%", 100 * LEAST_SHARE)
        : String.format(locale, "%.1f %%", 100 * share);
  }

  private String list(List<String> names) {
    List<String> shown = new ArrayList<>(names.subList(0, Math.min(NAMED, names.size())));
    String all = String.join(", ", shown);
    return names.size() <= NAMED
        ? all
        : all + " " + text("more").replace("{count}", Integer.toString(names.size() - NAMED));
  }

  private String text(String key) {
    String text = texts.getProperty(key);
    if (text == null) {
      throw new IllegalStateException("no sentence for " + key);
    }
    return text;
  }

  private static Properties load(String language) {
    return Sentences.load("META-INF/meent/drift/changes_" + language + ".properties");
  }
}
