// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.meent.linkage.source.LinkageAccount;
import tools.jackson.databind.json.JsonMapper;

/** {@code linkage.json}: what is known of every join, inside only. */
final class LinkageAccountFile {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String NAME = "linkage.json";

  private LinkageAccountFile() {}

  static void write(LinkageAccount account, Path folder) throws IOException {
    Files.write(
        folder.resolve(NAME), JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(account));
  }

  static LinkageAccount read(Path folder) throws IOException {
    return JSON.readValue(Files.readAllBytes(folder.resolve(NAME)), LinkageAccount.class);
  }
}
