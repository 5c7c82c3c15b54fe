// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.meent.disclosure.audit.Verification;
import org.meent.disclosure.table.ProtectionJob;
import org.meent.protocols.refusal.RefusalException;

/**
 * Protects and verifies the {@code spec.yaml} of every folder in a folder, as {@code
 * bench/audit/attack.py} makes them, into {@code out} beside it. Prints refusals, certificates that
 * do not hold, and how many there were of each.
 */
public final class ProtectFolders {
  private ProtectFolders() {}

  /** Runs. */
  public static void main(String[] args) throws IOException {
    List<Path> folders;
    try (Stream<Path> found = Files.list(Path.of(args[0]))) {
      folders = found.sorted().toList();
    }
    int refused = 0;
    int broken = 0;
    for (Path folder : folders) {
      try {
        ProtectionJob.read(folder.resolve("spec.yaml")).run(folder.resolve("out"));
        Verification verdict = Verification.of(folder.resolve("out"));
        if (!verdict.holds()) {
          broken++;
          System.out.println(folder.getFileName() + " does not hold: " + verdict.faults());
        }
      } catch (RefusalException e) {
        refused++;
        System.out.println(folder.getFileName() + " " + e.getMessage());
      }
    }
    System.out.printf("folders %d, refused %d, broken %d%n", folders.size(), refused, broken);
  }
}
