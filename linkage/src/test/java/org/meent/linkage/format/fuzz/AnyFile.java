// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.meent.linkage.format.file.FileReport;
import org.meent.protocols.refusal.RefusalException;

/**
 * What the fuzzer calls: bytes as a file, read to their end. Its first bytes choose the parser;
 * whatever has none of the known beginnings is read as CSV. Rows or a refusal are right, anything
 * else is a finding.
 */
public final class AnyFile {
  /** Where the process finds its folder. */
  static final String FOLDER = "meent.fuzz.folder";

  private AnyFile() {}

  /** Reads one input. */
  public static void fuzzerTestOneInput(byte[] input) throws IOException {
    read(input, Path.of(System.getProperty(FOLDER)));
  }

  /** Whether the bytes are a whole file; a refusal is the other right answer. */
  static boolean read(byte[] input, Path folder) throws IOException {
    Path file = Files.write(folder.resolve("any.csv"), input);
    try {
      FileReport.show(file);
      return true;
    } catch (RefusalException e) {
      return false;
    }
  }
}
