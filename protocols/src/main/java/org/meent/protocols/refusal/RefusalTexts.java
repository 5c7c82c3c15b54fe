// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols.refusal;

import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/** The sentences of all modules. */
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
    return Sentences.fill(parts[index].strip(), refusal.args());
  }

  private static Properties bundle(String name) {
    return BUNDLES.computeIfAbsent(
        name, missing -> Sentences.load(FOLDER + missing + ".properties"));
  }
}
