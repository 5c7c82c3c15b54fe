// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols.refusal;

import java.util.List;
import java.util.Locale;

/**
 * A clear no: what was expected, what was found, where, and what to do. It never carries a data
 * value of a person; arguments are names, counts, limits and types.
 *
 * <p>The code is {@code <module>.<subject>.<fault>}, for example {@code
 * protocols.yaml.duplicate-key}. The module's bundle holds one line per code with three parts
 * separated by {@code " | "}: expected, found, remedy; {@code {0}}, {@code {1}} … stand for the
 * arguments.
 *
 * @param exit how the command ends
 * @param code the key of the sentence
 * @param where the place
 * @param args what the sentence names, in order
 */
public record Refusal(ExitCode exit, String code, Where where, List<String> args) {

  /** Copies the arguments. */
  public Refusal {
    args = List.copyOf(args);
  }

  /** A refusal by a rule, criterion or approval (exit code 3). */
  public static Refusal refused(String code, Where where, Object... args) {
    return new Refusal(ExitCode.REFUSED, code, where, texts(args));
  }

  /** A refusal of an input (exit code 4). */
  public static Refusal badInput(String code, Where where, Object... args) {
    return new Refusal(ExitCode.BAD_INPUT, code, where, texts(args));
  }

  /** A failed verification (exit code 5). */
  public static Refusal unverified(String code, Where where, Object... args) {
    return new Refusal(ExitCode.VERIFICATION_FAILED, code, where, texts(args));
  }

  /** Something this machine does not give (exit code 6). */
  public static Refusal environment(String code, Where where, Object... args) {
    return new Refusal(ExitCode.ENVIRONMENT, code, where, texts(args));
  }

  /** A wrong command line (exit code 2). */
  public static Refusal usage(String code, Where where, Object... args) {
    return new Refusal(ExitCode.USAGE, code, where, texts(args));
  }

  /** What should have been there. */
  public String expected(Locale locale) {
    return RefusalTexts.part(this, 0, locale);
  }

  /** What was there, without any person's value. */
  public String found(Locale locale) {
    return RefusalTexts.part(this, 1, locale);
  }

  /** What the reader can do now. */
  public String remedy(Locale locale) {
    return RefusalTexts.part(this, 2, locale);
  }

  /** The whole sentence. */
  public String sentence(Locale locale) {
    String place = where.describe(locale);
    boolean dutch = locale.getLanguage().equals("nl");
    String at = place.isEmpty() ? "" : (dutch ? " (waar: " : " (where: ") + place + ")";
    return dutch
        ? "Verwacht: %s; gevonden: %s%s. %s."
            .formatted(expected(locale), found(locale), at, remedy(locale))
        : "Expected %s; found %s%s. %s."
            .formatted(expected(locale), found(locale), at, remedy(locale));
  }

  /** This refusal, ready to be thrown. */
  public RefusalException asException() {
    return new RefusalException(List.of(this));
  }

  private static List<String> texts(Object... args) {
    return java.util.Arrays.stream(args).map(String::valueOf).toList();
  }
}
