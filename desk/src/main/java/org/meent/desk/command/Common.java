// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.command;

import java.util.Locale;
import picocli.CommandLine.Option;

/** The options that every command has. */
final class Common {
  @Option(
      names = "--lang",
      paramLabel = "nl|en",
      defaultValue = "en",
      description = "Language of what is said: nl or en (default: en).")
  private Language language = Language.en;

  @Option(names = "--quiet", description = "Say only what went wrong.")
  private boolean quiet;

  @Option(names = "--debug", description = "Show a stack trace when Meent itself fails.")
  private boolean debug;

  /** The languages of Meent. */
  enum Language {
    nl,
    en
  }

  Locale locale() {
    return Locale.of(language.name());
  }

  boolean quiet() {
    return quiet;
  }

  boolean debug() {
    return debug;
  }
}
