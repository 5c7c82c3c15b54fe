// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.command;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.meent.desk.text.Texts;
import org.meent.protocols.refusal.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every verb shares: options, console, and how it speaks. */
abstract class Verb implements Callable<Integer> {
  @Mixin private Common common = new Common();

  @SuppressWarnings("UnusedVariable") // picocli reads it
  @Option(names = "--help", usageHelp = true, description = "Show this help.")
  private boolean help;

  private final Console console;

  Verb(Console console) {
    this.console = console;
  }

  /** Does the work; a refusal is thrown. */
  abstract ExitCode execute() throws Exception;

  @Override
  public final Integer call() throws Exception {
    return execute().code();
  }

  final Common common() {
    return common;
  }

  final Console console() {
    return console;
  }

  final Locale locale() {
    return common.locale();
  }

  /** Says a result, unless asked to be quiet. */
  final void say(String line) {
    if (!common.quiet()) {
      console.out().println(line);
    }
  }

  /** Says how work goes on, unless asked to be quiet. */
  final void progress(String line) {
    if (!common.quiet()) {
      console.err().println(line);
    }
  }

  /** A sentence from the bundle. */
  final String text(String key, Object... args) {
    return Texts.of(locale()).get(key, args);
  }
}
