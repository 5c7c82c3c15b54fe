// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.RefusalException;
import org.meent.protocols.refusal.Where;

/**
 * A file that lies inside the study folder, whatever links are in the way.
 *
 * @param name the file as the protocol writes it
 * @param path its real path
 */
record StudyFile(String name, Path path) {
  private static final int BUFFER = 1 << 16;

  /**
   * Finds a file of the study.
   *
   * @throws RefusalException if the path leaves the study folder or there is no such file
   */
  static StudyFile find(Path studyFolder, String name) {
    Where where = Where.file(name);
    Path relative;
    try {
      relative = Path.of(name);
    } catch (InvalidPathException e) {
      throw Refusal.badInput("linkage.source.outside", where).asException();
    }
    if (relative.isAbsolute() || relative.getRoot() != null || climbs(relative)) {
      throw Refusal.badInput("linkage.source.outside", where).asException();
    }
    try {
      Path folder = studyFolder.toRealPath();
      Path file = folder.resolve(relative);
      if (!Files.exists(file)) {
        throw Refusal.badInput("linkage.source.missing", where).asException();
      }
      Path real = file.toRealPath();
      if (!real.startsWith(folder)) {
        throw Refusal.badInput("linkage.source.outside", where).asException();
      }
      if (!Files.isRegularFile(real, LinkOption.NOFOLLOW_LINKS)) {
        throw Refusal.badInput("linkage.source.not-regular", where).asException();
      }
      return new StudyFile(name, real);
    } catch (IOException e) {
      throw Refusal.badInput("linkage.source.unreadable", where).asException();
    }
  }

  private static boolean climbs(Path relative) {
    for (Path part : relative) {
      if (part.toString().equals("..")) {
        return true;
      }
    }
    return false;
  }

  /** Its bytes; no link is followed any more. */
  InputStream open() throws IOException {
    return Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS);
  }

  /** What one reading of the whole file finds. */
  record Scanned(String sha256, long size, boolean looksLikeUtf8) {}

  /** Reads all bytes once, without making anything of them. */
  Scanned scan() {
    MessageDigest digest = sha256();
    Utf8Sniffer sniffer = new Utf8Sniffer();
    long size = 0;
    try (InputStream in = open()) {
      byte[] buffer = new byte[BUFFER];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
        sniffer.look(buffer, n);
        size += n;
      }
    } catch (IOException e) {
      throw Refusal.badInput("linkage.source.unreadable", Where.file(name)).asException();
    }
    return new Scanned(hex(digest), size, sniffer.verdict());
  }

  /** Refuses a file that is not the one the protocol locked. */
  void checkLock(String sha256, String lock) {
    if (!sha256.equals(lock)) {
      throw Refusal.badInput("linkage.source.lock", Where.file(name)).asException();
    }
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }
}
