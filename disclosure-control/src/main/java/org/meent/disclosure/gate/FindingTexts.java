// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.gate;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

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
    String text = parts[index].strip();
    StringBuilder filled = new StringBuilder();
    int from = 0;
    for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
      int close = text.indexOf('}', open);
      filled.append(text, from, open).append(args.get(Integer.parseInt(text, open + 1, close, 10)));
      from = close + 1;
    }
    return filled.append(text.substring(from)).toString();
  }

  /** All codes of a language, for the test that both have the same. */
  static java.util.Set<String> codes(Locale locale) {
    return (locale.getLanguage().equals("nl") ? DUTCH : ENGLISH).stringPropertyNames();
  }

  private static Properties load(String language) {
    String path = "META-INF/meent/gate/findings_" + language + ".properties";
    Properties texts = new Properties();
    try (InputStream in = FindingTexts.class.getClassLoader().getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("missing bundle " + path);
      }
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
