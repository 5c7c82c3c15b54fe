// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import org.meent.disclosure.report.Block.Verdict;
import org.meent.disclosure.report.Report.Marking;

/** The fixed words of a document, in Dutch or English; any other language gets English. */
final class Words {
  private static final Words DUTCH = new Words("nl");
  private static final Words ENGLISH = new Words("en");

  private final String language;
  private final Properties texts = new Properties();

  private Words(String language) {
    this.language = language;
    String file = "words_" + language + ".properties";
    try (InputStream in = Words.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("missing bundle " + file);
      }
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Words in(Locale locale) {
    return locale.getLanguage().equals("nl") ? DUTCH : ENGLISH;
  }

  String language() {
    return language;
  }

  String get(String key) {
    String text = texts.getProperty(key);
    if (text == null) {
      throw new IllegalStateException("no word for " + key + " in language " + language);
    }
    return text;
  }

  /** The words of the band. */
  String marking(Marking marking) {
    return get("marking." + key(marking));
  }

  /** What the band means, in a sentence. */
  String markingMeans(Marking marking) {
    return get("marking." + key(marking) + ".means");
  }

  String verdict(Verdict verdict) {
    return get("verdict." + key(verdict));
  }

  /** An enum constant as it is written in keys and class names. */
  static String key(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
