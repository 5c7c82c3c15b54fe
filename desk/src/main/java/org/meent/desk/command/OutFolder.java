// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import picocli.CommandLine.Option;

/** The folder that a part of Meent writes into, on files of the user's own, inside. */
final class OutFolder {
  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder for the results; made if it does not exist.")
  private Path folder = Path.of("");

  /** For picocli, which fills in the folder. */
  OutFolder() {}

  /** A folder that is known already. */
  OutFolder(Path folder) {
    this.folder = folder;
  }

  Path folder() {
    return folder;
  }

  /** Writes a text beside its name and moves it there when it is whole. */
  void write(String name, String text) throws IOException {
    Files.createDirectories(folder);
    Path partial = folder.resolve(name + ".partial");
    Files.writeString(partial, text, StandardCharsets.UTF_8);
    Files.move(
        partial,
        folder.resolve(name),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }
}
