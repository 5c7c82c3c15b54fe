// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.meent.linkage.register.RegisterDictionary;
import picocli.CommandLine.Option;

/** The registers that a verb knows: those of Meent and those that the user describes. */
final class RegisterOption {
  @Option(
      names = "--registers",
      paramLabel = "DIR",
      description = "Folder with descriptions of registers of your own, one JSON file each.")
  private @Nullable Path folder;

  RegisterDictionary dictionary() {
    RegisterDictionary shipped = RegisterDictionary.shipped();
    return folder == null ? shipped : shipped.with(folder);
  }
}
