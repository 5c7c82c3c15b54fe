// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The example studies on other worlds than the one their locks are for: locks are made again, and a
 * column is added that says which person of the world a row is, which no real study could have.
 */
final class WorldStudies {
  /** The column that says who it is. */
  static final String WHO = "who";

  private static final Pattern FILE =
      Pattern.compile("path: \"?([^,\"]+)\"?, lock: \"sha256:[0-9a-f]{64}\"");

  private static final String PLANNED =
      """

      sources:
        planned:
          holder: the maker of the world
          files: {path: data/planned.csv, lock: "sha256:%s"}
          format: {delimiter: ",", decimal: point, charset: utf-8}
          key: [RINPERSOONS, RINPERSOON]
          collected-for: measuring
          kind: register
          spell: {start: made, end: until, end-is: inclusive}
          variables:
            made: {type: date, why: "the day of the plan", validity: "the world"}
            until: {type: date, why: "spells have an end", validity: "the same day"}
      """
          .formatted("0".repeat(64));

  private final SignedStudies studies;
  private final Path examples;
  private final Path folder;

  /**
   * Studies in a folder.
   *
   * @param examples the folder of the examples and the demonstration keys
   * @param folder holds {@code data/} and gets {@code study.yaml}
   */
  WorldStudies(Path examples, Path folder) {
    this.examples = examples;
    this.folder = folder;
    this.studies = new SignedStudies(examples.resolve("keys"));
  }

  /** Writes who is who and the plans as spells of a day, from the truth. */
  void writeWho(Path truth) throws IOException {
    List<String> lines = Files.readAllLines(truth.resolve("persons.csv"));
    List<String> names = Arrays.asList(lines.getFirst().split(",", -1));
    StringBuilder text = new StringBuilder("RINPERSOONS,RINPERSOON,who\n");
    StringBuilder plans = new StringBuilder("RINPERSOONS,RINPERSOON,made,until\n");
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      String key = "R," + cells[names.indexOf("rinpersoon")];
      String day = cells[names.indexOf("plan_date")];
      text.append(key).append(',').append(cells[names.indexOf("person")]).append('\n');
      plans.append(day.isEmpty() ? "" : key + "," + day + "," + day + "\n");
    }
    Files.writeString(folder.resolve("data/planned.csv"), plans);
    Files.writeString(folder.resolve("data/who.csv"), text);
  }

  /** Assembles the cohort of an example. */
  SignedStudies.Assembled assemble(String example) throws IOException {
    return assembled(text(example));
  }

  /**
   * Assembles the cohort of the example with trials under a landmark a month after the plan: who is
   * still on benefit then is compared by what has started since the plan, and all else is measured
   * a month earlier, as under the trials.
   */
  SignedStudies.Assembled landmark() throws IOException {
    String text = text("world");
    text = changed(text, "\nsources:\n", PLANNED);
    text =
        changed(
            text,
            "    plans: {relation",
            "    planned: {relation: one-to-one}\n    plans: {relation");
    text = changed(text, "design: sequential-trials", "design: landmark");
    text =
        changed(
            text,
            "trials: {from: 2021-01-01, to: 2022-12-01, every: month}",
            "index-date: {first-start-of: planned, from: 2021-01-01, to: 2022-12-01,"
                + " after-months: 1}");
    text =
        changed(
            text, "    start: DatumStart\n", "    start: DatumStart\n    window: -1..0 months\n");
    text = changed(text, "    open-while: on_benefit\n", "");
    text = changed(text, "window: 1..25 months", "window: 0..24 months");
    text = changed(text, "window: -24..0 months", "window: -25..-1 months");
    text = changed(text, "window: -12..0 months", "window: -13..-1 months");
    text = changed(text, "window: 0..0 days", "window: -1..0 months");
    return assembled(
        changed(
            text,
            "state-at(), window: -1..0 months, absent: zero",
            "state-at(), window: 0..0 days, absent: zero"));
  }

  private static String changed(String text, String from, String to) {
    if (!text.contains(from)) {
      throw new IllegalStateException("the example no longer says: " + from);
    }
    return text.replace(from, to);
  }

  private String text(String example) throws IOException {
    return Files.readString(examples.resolve(example).resolve("study.yaml"));
  }

  private SignedStudies.Assembled assembled(String study) throws IOException {
    String text =
        study
            .replaceFirst(
                "\nsources:\n",
                """

                sources:
                  who:
                    holder: the maker of the world
                    files: {path: data/who.csv, lock: "sha256:%s"}
                    format: {delimiter: ",", decimal: point, charset: utf-8}
                    key: [RINPERSOONS, RINPERSOON]
                    collected-for: measuring
                    kind: register
                    variables:
                      who: {type: integer, why: "the truth", validity: "the world"}
                """
                    .formatted("0".repeat(64)))
            .replaceFirst("\n  joins:\n", "\n  joins:\n    who: {relation: one-to-one}\n")
            .replaceFirst(
                "\n  covariates:\n", "\n  covariates:\n    who: {from: who, select: value(who)}\n");
    Files.writeString(folder.resolve("study.yaml"), locked(text));
    return studies.assemble(folder);
  }

  private String locked(String text) throws IOException {
    Matcher matcher = FILE.matcher(text);
    StringBuilder locked = new StringBuilder();
    while (matcher.find()) {
      String path = matcher.group(1);
      matcher.appendReplacement(
          locked,
          Matcher.quoteReplacement(
              "path: \"" + path + "\", lock: \"sha256:" + hash(folder.resolve(path)) + "\""));
    }
    return matcher.appendTail(locked).toString();
  }

  private static String hash(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
