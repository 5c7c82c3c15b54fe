// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.drift;

import java.util.List;

/**
 * What changed between two versions, inside only.
 *
 * @param old the old version
 * @param now the new version
 * @param parts one for two files, one per source for two locks
 */
public record DriftReport(Version old, Version now, List<Part> parts) {

  /**
   * One of two versions.
   *
   * @param file the name of the file
   * @param register the register that it was recognised as; empty if none
   * @param version period and version in its name; empty if none
   * @param rows its rows; -1 for a lock of several sources
   */
  public record Version(String file, String register, String version, long rows) {}

  /**
   * The changes of one file.
   *
   * @param source the name of the source in the study; empty for two files
   * @param changes the changes, the important first
   */
  public record Part(String source, List<Change> changes) {
    /** Copies the changes. */
    public Part {
      changes = List.copyOf(changes);
    }
  }

  /** Copies the parts. */
  public DriftReport {
    parts = List.copyOf(parts);
  }
}
