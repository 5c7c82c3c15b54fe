// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;

/** The sentences of the desk in one language; {@code {0}}, {@code {1}} … stand for arguments. */
public final class Texts {
  private static final ResourceBundle DUTCH = load("nl");
  private static final ResourceBundle ENGLISH = load("en");

  private final ResourceBundle bundle;

  private Texts(ResourceBundle bundle) {
    this.bundle = bundle;
  }

  /** The sentences in Dutch, or in English for any other language. */
  public static Texts of(Locale locale) {
    return new Texts(locale.getLanguage().equals("nl") ? DUTCH : ENGLISH);
  }

  /**
   * A sentence with its arguments filled in as plain text.
   *
   * @throws java.util.MissingResourceException if the bundle lacks the key
   */
  public String get(String key, Object... args) {
    String sentence = bundle.getString(key);
    for (int i = 0; i < args.length; i++) {
      sentence = sentence.replace("{" + i + "}", String.valueOf(args[i]));
    }
    return sentence;
  }

  private static ResourceBundle load(String language) {
    String path = "/META-INF/meent/desk/texts_" + language + ".properties";
    try (InputStream in = Texts.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("missing bundle " + path);
      }
      return new PropertyResourceBundle(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
