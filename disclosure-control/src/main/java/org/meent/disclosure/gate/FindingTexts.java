// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.gate;

import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.meent.protocols.refusal.Sentences;

/** The gate's sentences, two parts per code: what was found, and what can be done. */
final class FindingTexts {
  private static final Properties ENGLISH = load("en");
  private static final Properties DUTCH = load("nl");

  private FindingTexts() {}

  static String part(String code, int index, List<String> args, Locale locale) {
    Properties texts = locale.getLanguage().equals("nl") ? DUTCH : ENGLISH;
    String line = texts.getProperty(code);
    if (line == null) {
      throw new IllegalStateException("no sentence for finding " + code);
    }
    String[] parts = line.split("\\|", -1);
    if (parts.length != 2) {
      throw new IllegalStateException("finding " + code + " needs two parts");
    }
    return Sentences.fill(parts[index].strip(), args);
  }

  /** All codes of a language, for the test that both have the same. */
  static java.util.Set<String> codes(Locale locale) {
    return (locale.getLanguage().equals("nl") ? DUTCH : ENGLISH).stringPropertyNames();
  }

  private static Properties load(String language) {
    return Sentences.load("META-INF/meent/gate/findings_" + language + ".properties");
  }
}
