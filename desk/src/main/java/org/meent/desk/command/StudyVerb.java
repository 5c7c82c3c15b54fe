// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.command;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A verb about one study: a folder that holds a {@code study.yaml}. */
abstract class StudyVerb extends Verb {
  @Parameters(paramLabel = "STUDY", description = "Folder of the study, with its study.yaml.")
  private Path study = Path.of("");

  @Option(
      names = "--home",
      paramLabel = "DIR",
      description =
          "Folder of the environment, with its log and trusted keys (default: the folder that holds"
              + " the study).")
  private @Nullable Path home;

  StudyVerb(Console console) {
    super(console);
  }

  /** The folder of the study; it must hold a protocol. */
  final Path study() {
    Path folder = study.toAbsolutePath().normalize();
    if (!Files.isRegularFile(folder.resolve("study.yaml"))) {
      throw Refusal.badInput("desk.no-study", Where.file(study.toString())).asException();
    }
    return folder;
  }

  /** The folder of the environment. */
  final Path home() {
    Path parent = home == null ? study().getParent() : home.toAbsolutePath().normalize();
    return parent == null ? study() : parent;
  }

  /** The study as the user wrote it, for sentences. */
  final String studyAsWritten() {
    return study.toString();
  }
}
