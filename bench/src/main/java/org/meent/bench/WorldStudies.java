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

  /** Writes who is who, from the truth. */
  void writeWho(Path truth) throws IOException {
    List<String> lines = Files.readAllLines(truth.resolve("persons.csv"));
    List<String> names = Arrays.asList(lines.getFirst().split(",", -1));
    StringBuilder text = new StringBuilder("RINPERSOONS,RINPERSOON,who\n");
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      text.append("R,").append(cells[names.indexOf("rinpersoon")]);
      text.append(',').append(cells[names.indexOf("person")]).append('\n');
    }
    Files.writeString(folder.resolve("data/who.csv"), text);
  }

  /** Assembles the cohort of an example. */
  SignedStudies.Assembled assemble(String example) throws IOException {
    String text = Files.readString(examples.resolve(example).resolve("study.yaml"));
    text =
        text.replaceFirst(
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
