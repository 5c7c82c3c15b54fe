// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols.refusal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The sentences of all modules. A bundle lies under {@code META-INF}, which no module encapsulates,
 * so that the lowest floor can read the words of every floor above it.
 */
final class RefusalTexts {
  private static final String FOLDER = "META-INF/meent/refusals/";
  private static final Map<String, Properties> BUNDLES = new ConcurrentHashMap<>();

  private RefusalTexts() {}

  static String part(Refusal refusal, int index, Locale locale) {
    String language = locale.getLanguage().equals("nl") ? "nl" : "en";
    String module = refusal.code().substring(0, refusal.code().indexOf('.'));
    String line = bundle(module + "_" + language).getProperty(refusal.code());
    if (line == null) {
      throw new IllegalStateException(
          "no sentence for refusal " + refusal.code() + " in language " + language);
    }
    String[] parts = line.split(" \\| ", -1);
    if (parts.length != 3) {
      throw new IllegalStateException("refusal " + refusal.code() + " needs three parts");
    }
    return fill(parts[index].strip(), refusal.args());
  }

  /** Plain replacement: apostrophes and braces in arguments stay what they are. */
  private static String fill(String pattern, List<String> args) {
    StringBuilder filled = new StringBuilder();
    int from = 0;
    for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', from)) {
      int close = pattern.indexOf('}', open);
      int index = Integer.parseInt(pattern.substring(open + 1, close));
      filled.append(pattern, from, open).append(args.get(index));
      from = close + 1;
    }
    return filled.append(pattern.substring(from)).toString();
  }

  private static Properties bundle(String name) {
    return BUNDLES.computeIfAbsent(name, RefusalTexts::load);
  }

  private static Properties load(String name) {
    String path = FOLDER + name + ".properties";
    Properties texts = new Properties();
    try (InputStream in = RefusalTexts.class.getClassLoader().getResourceAsStream(path)) {
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
