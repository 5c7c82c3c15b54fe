// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.register;

import java.util.Locale;

/**
 * A sentence in both languages.
 *
 * @param en English
 * @param nl Dutch
 */
public record Wording(String en, String nl) {
  /** The sentence in Dutch, or in English for any other language. */
  public String in(Locale locale) {
    return locale.getLanguage().equals("nl") ? nl : en;
  }
}
