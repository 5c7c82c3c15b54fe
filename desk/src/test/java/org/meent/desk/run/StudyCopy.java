// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.meent.desk.command.Console;
import org.meent.desk.command.Main;

/** A copy of an example study that a test may change, and commands run on it. */
final class StudyCopy {
  static final Path EXAMPLES = Path.of(System.getProperty("meent.root"), "examples");

  /** The example whose data are made when they are needed. */
  static final String WORLD = "world";

  private static final List<String> ROLES =
      List.of("ethics-committee", "privacy-officer", "client-council");
  private static final String TODAY = "2026-11-22";

  private final Path study;
  private final String day;

  private StudyCopy(Path study, String day) {
    this.study = study;
    this.day = day;
  }

  /** What a command said and how it ended. */
  record Said(int exit, String out, String err) {}

  /** Copies an example into an environment of its own. */
  static StudyCopy of(String example, Path home) throws IOException {
    Path study = home.resolve(example);
    try (Stream<Path> files = Files.walk(EXAMPLES.resolve(example))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String relative = EXAMPLES.resolve(example).relativize(file).toString();
        boolean made = relative.startsWith("runs") || relative.startsWith("requests");
        if (made || (example.startsWith(WORLD) && relative.startsWith("data"))) {
          continue;
        }
        Path target = study.resolve(relative);
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
    return new StudyCopy(study, TODAY);
  }

  Path folder() {
    return study;
  }

  /** The same study on another day. */
  StudyCopy on(String other) {
    return new StudyCopy(study, other);
  }

  /** Runs a command with the study as its last word. */
  Said meent(String... words) {
    List<String> all = new java.util.ArrayList<>(List.of(words));
    all.add(study.toString());
    return run(day, all.toArray(String[]::new));
  }

  /** Runs a command that has nothing to do with the study. */
  static Said anywhere(String... words) {
    return run(TODAY, words);
  }

  private static Said run(String day, String... words) {
    Clock noon = Clock.fixed(Instant.parse(day + "T12:00:00Z"), ZoneOffset.UTC);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            noon);
    int exit = Main.run(console, words);
    return new Said(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** Changes a text file of the study; fails if nothing changed. */
  StudyCopy edit(String file, UnaryOperator<String> change) {
    try {
      String before = Files.readString(study.resolve(file), StandardCharsets.UTF_8);
      String after = change.apply(before);
      if (after.equals(before)) {
        throw new IllegalStateException("nothing changed in " + file);
      }
      Files.writeString(study.resolve(file), after, StandardCharsets.UTF_8);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  StudyCopy replace(String file, String from, String to) {
    return edit(file, text -> text.replace(from, to));
  }

  /** Locks the data as they are now and has everybody sign, with the public demonstration keys. */
  StudyCopy relockAndSign() throws IOException {
    for (String file : List.of("persons", "earnings", "participation")) {
      Path data = study.resolve("data/" + file + ".csv");
      String lock = HexFormat.of().formatHex(RunId.sha256(Files.readAllBytes(data)));
      String yaml = Files.readString(study.resolve("study.yaml"));
      String locked =
          yaml.replaceAll("(data/" + file + "\\.csv, lock: \"sha256:)[0-9a-f]{64}", "$1" + lock);
      Files.writeString(study.resolve("study.yaml"), locked);
    }
    return sign();
  }

  StudyCopy sign() throws IOException {
    Path passPhrase = Files.createTempFile("pass", ".txt");
    Files.writeString(passPhrase, "meent-demonstration\n");
    try {
      for (String role : ROLES) {
        Said said =
            meent(
                "approve",
                "--role",
                role,
                "--key",
                EXAMPLES.resolve("keys/" + role + ".p12").toString(),
                "--pass-phrase-file",
                passPhrase.toString());
        if (said.exit() != 0) {
          throw new IllegalStateException(said.err());
        }
      }
    } finally {
      Files.delete(passPhrase);
    }
    return this;
  }

  /** All files of the one request, by name; {@code request.json} and the manifest left out. */
  SortedMap<String, String> request() throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    Path requests = study.resolve("requests");
    try (Stream<Path> walk = Files.walk(requests)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        Path inside = requests.relativize(file);
        String name = inside.subpath(1, inside.getNameCount()).toString();
        if (!name.equals("request.json") && !name.equals("manifest.json")) {
          files.put(name, HexFormat.of().formatHex(RunId.sha256(Files.readAllBytes(file))));
        }
      }
    }
    return files;
  }
}
