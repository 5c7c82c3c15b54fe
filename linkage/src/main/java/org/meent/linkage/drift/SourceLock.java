// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.drift;

import java.util.List;

/**
 * The lock of one file of a study.
 *
 * @param name the source's name in the protocol, with a number if the source has several files
 * @param path its file, relative to the study
 * @param bytes the size of the file
 * @param sha256 SHA-256 of its bytes, 64 hex digits
 * @param key the columns of its key
 * @param profile the fingerprint of its key and declared variables
 */
public record SourceLock(
    String name, String path, long bytes, String sha256, List<String> key, FileProfile profile) {
  /** Copies the key. */
  public SourceLock {
    key = List.copyOf(key);
  }
}
