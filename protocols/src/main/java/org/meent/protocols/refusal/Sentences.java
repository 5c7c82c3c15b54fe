// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols.refusal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;

/**
 * Bundles of sentences with places to fill in. A bundle lies under {@code META-INF}, which no
 * module encapsulates, so that the lowest floor can read the words of every floor above it.
 */
public final class Sentences {
  private Sentences() {}

  /** A bundle, such as {@code META-INF/meent/gate/findings_en.properties}. */
  public static Properties load(String path) {
    Properties texts = new Properties();
    try (InputStream in = Sentences.class.getClassLoader().getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("missing bundle " + path);
      }
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Plain replacement: apostrophes and braces in arguments stay what they are. */
  public static String fill(String pattern, List<String> args) {
    StringBuilder filled = new StringBuilder();
    int from = 0;
    for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', from)) {
      int close = pattern.indexOf('}', open);
      int index = Integer.parseInt(pattern, open + 1, close, 10);
      filled.append(pattern, from, open).append(args.get(index));
      from = close + 1;
    }
    return filled.append(pattern.substring(from)).toString();
  }
}
