// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format;

import java.nio.file.Path;
import java.util.Optional;

/** One format of files of rows. */
public interface FileFormat {
  /** The ending of a file name in lower case without dot, for each variant that is written. */
  java.util.List<String> endings();

  /** Whether the first bytes of a file are those of this format. */
  boolean recognises(byte[] head);

  /**
   * Reads the dictionary of a file.
   *
   * @throws org.meent.protocols.refusal.RefusalException if it is not a whole file of this format
   */
  TableSource open(Path file);

  /**
   * The rules of writing this format, if Meent writes it.
   *
   * @param ending one of {@link #endings}
   */
  Optional<TableWriting> writing(String ending);
}
