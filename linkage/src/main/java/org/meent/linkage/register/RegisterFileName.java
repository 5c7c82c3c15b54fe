// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.register;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a file of a register, taken apart: {@code NAME + period + (TAB|BUS) + part + V +
 * version}, with the drifts that are seen: the kind before the year, a blank between them, year and
 * version run together, no kind at all. Names are compared without regard to capitals.
 *
 * @param stem the name without kind, as it is written
 * @param kind the kind, if it is written
 * @param period the period, if it is written
 * @param part the part of a register that is delivered in parts, such as {@code 03}; empty if none
 * @param version the version, if it is written
 */
public record RegisterFileName(
    String stem,
    Optional<Kind> kind,
    Optional<FilePeriod> period,
    String part,
    Optional<FileVersion> version) {

  /** What the three letters in a name say. */
  public enum Kind {
    /** One record per unit and period. */
    TAB,
    /** Records with a first and a last day. */
    BUS,
    /** A list of codes or objects that other files refer to. */
    REF,
    /** A file of the user's own, delivered with linked keys; each version may link other people. */
    CBK
  }

  private static final String STEM = "(?<stem>[a-z][a-z0-9_]*?)";
  private static final String KIND = "(?<kind>tab|bus)";
  private static final String PERIOD = "(?<period>(?:19|20)\\d\\d(?:k[1-4]|0[1-9]|1[0-2])?|jjjj)";
  private static final String VERSION = "(?<version>\\d{1,3}|\\?|v)";

  /** In the order in which they are tried. */
  private static final List<Pattern> LAYOUTS =
      List.of(
          layout(STEM + PERIOD + KIND + "(?<part>\\d{2})?v" + VERSION),
          layout(STEM + KIND + " ?" + PERIOD + "v" + VERSION),
          layout(STEM + KIND + "v(?<period>20\\d\\d)(?<part>\\d\\d)?(?<version>\\d{1,2})"),
          layout(STEM + "(?<kind>tab|bus|ref|cbk)v" + VERSION),
          layout(STEM + "(?<kind>tab|bus|ref)(?<version>\\d{1,3})"),
          layout(STEM + PERIOD + "(?:v" + VERSION + ")?"));

  /** Reads the last name of a path; if that says nothing, the folders {@code NAME/year/} above. */
  public static Optional<RegisterFileName> of(Path file) {
    Optional<RegisterFileName> own = of(name(file));
    return own.isPresent() ? own : ofFolders(file);
  }

  /** Reads a name, with or without the ending of a data file. */
  public static Optional<RegisterFileName> of(String fileName) {
    String bare = fileName.replaceFirst("\\.[A-Za-z][A-Za-z0-9]*$", "").strip();
    for (Pattern layout : LAYOUTS) {
      Matcher found = layout.matcher(bare);
      if (found.matches()) {
        return Optional.of(read(found));
      }
    }
    return Optional.empty();
  }

  /** The name of the register: stem and kind, in capitals. */
  public String register() {
    return (stem + kind.map(Kind::name).orElse("")).toUpperCase(Locale.ROOT);
  }

  /** Whether two files are versions of one thing: same register, period and part. */
  public boolean isVersionOf(RegisterFileName other) {
    return register().equals(other.register())
        && period.equals(other.period)
        && part.equals(other.part);
  }

  private static RegisterFileName read(Matcher found) {
    String stem = found.group("stem");
    boolean monthly = stem.toUpperCase(Locale.ROOT).equals("SPOLIS");
    return new RegisterFileName(
        stem,
        group(found, "kind").map(kind -> Kind.valueOf(kind.toUpperCase(Locale.ROOT))),
        group(found, "period").flatMap(FilePeriod::of),
        group(found, "part").orElse(""),
        group(found, "version").flatMap(digits -> FileVersion.of(digits, monthly)));
  }

  private static Optional<RegisterFileName> ofFolders(Path file) {
    Path year = file.getParent();
    Path register = year == null ? null : year.getParent();
    if (year == null || register == null || !name(year).matches("(19|20)\\d\\d")) {
      return Optional.empty();
    }
    Matcher found = layout(STEM + KIND).matcher(name(register));
    return found.matches()
        ? Optional.of(
            new RegisterFileName(
                found.group("stem"),
                group(found, "kind").map(kind -> Kind.valueOf(kind.toUpperCase(Locale.ROOT))),
                FilePeriod.of(name(year)),
                "",
                Optional.empty()))
        : Optional.empty();
  }

  private static Optional<String> group(Matcher found, String name) {
    return found.namedGroups().containsKey(name)
        ? Optional.ofNullable(found.group(name))
        : Optional.empty();
  }

  private static String name(Path path) {
    Path last = path.getFileName();
    return last == null ? "" : last.toString();
  }

  private static Pattern layout(String expression) {
    return Pattern.compile(expression, Pattern.CASE_INSENSITIVE);
  }
}
