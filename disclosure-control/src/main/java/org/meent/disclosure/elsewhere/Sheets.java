// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.elsewhere;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/** The outputs of a file, whatever tool wrote it. */
final class Sheets {
  private Sheets() {}

  /**
   * One output of a file.
   *
   * @param file name of the file
   * @param made what its tool says of it
   * @param content what can be read of it
   */
  record Source(String file, Checked.Made made, Content content) {}

  /** What can be read of an output. */
  interface Content {
    /** Reads it. */
    Reading read(Knowledge knowledge);
  }

  /**
   * Opens a file.
   *
   * @param evidence a file that stands beside each tidy file
   * @param kind the kind of files that do not say their own
   */
  static List<Source> of(Path file, Optional<Path> evidence, Optional<String> kind) {
    demand(file, "disclosure.elsewhere.no-output");
    if (String.valueOf(file.getFileName()).endsWith(".json")) {
      return AcroResults.read(file);
    }
    evidence.ifPresent(path -> demand(path, "disclosure.elsewhere.no-evidence-file"));
    Sheet alone = Sheet.read(file);
    Sheet sheet = evidence.map(path -> alone.beside(Sheet.read(path))).orElse(alone);
    Sheet said = kind.map(word -> sheet.saying("kind", word)).orElse(sheet);
    TidyForm form = TidyForm.of(said);
    return form.parts(said).stream()
        .map(
            part ->
                new Source(
                    part.name(), Checked.Made.PLAIN, knowledge -> form.read(part, knowledge)))
        .toList();
  }

  /** Refuses a file that is not there, in the sentence of what it was to be. */
  static void demand(Path file, String code) {
    if (!Files.exists(file)) {
      throw Refusal.badInput(code, Where.file(String.valueOf(file.getFileName()))).asException();
    }
  }
}
