// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.meent.protocols.yaml.Problems;
import org.meent.protocols.yaml.Spot;

/** Which paths a protocol may name: those that stay inside the study folder on any machine. */
final class StudyPath {
  private static final int MAX_LENGTH = 240;
  private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");

  private final Path studyFolder;

  StudyPath(Path studyFolder) {
    this.studyFolder = studyFolder;
  }

  /** Tells of a path that leaves the study folder or means different files on two machines. */
  void check(String path, Spot at, Problems problems) {
    if (path.isEmpty()) {
      return;
    }
    fault(path).ifPresent(code -> problems.badInput(code, at));
    if (fault(path).isEmpty() && leadsOut(path)) {
      problems.badInput("protocols.path.link-out", at);
    }
  }

  private static Optional<String> fault(String path) {
    if (path.indexOf('\\') >= 0) {
      return Optional.of("protocols.path.backslash");
    }
    if (path.startsWith("/") || path.startsWith("~") || path.matches("[A-Za-z]:.*")) {
      return Optional.of("protocols.path.absolute");
    }
    if (path.length() > MAX_LENGTH) {
      return Optional.of("protocols.path.too-long");
    }
    for (String segment : path.split("/", -1)) {
      if (segment.equals("..")) {
        return Optional.of("protocols.path.climbs");
      }
      if (!isPortable(segment)) {
        return Optional.of("protocols.path.not-portable");
      }
    }
    return Optional.empty();
  }

  private static boolean isPortable(String segment) {
    if (segment.isEmpty() || segment.endsWith(".") || !segment.strip().equals(segment)) {
      return false;
    }
    if (segment.chars().anyMatch(c -> c < 0x20 || "<>:\"|?*%".indexOf(c) >= 0)) {
      return false;
    }
    String stem = segment.toLowerCase(Locale.ROOT).replaceFirst("\\..*", "");
    return !DEVICES.contains(stem) && !stem.matches("(com|lpt)[0-9]");
  }

  /** Whether a symbolic link on the way leads out; what does not exist yet cannot. */
  private boolean leadsOut(String path) {
    Path file = studyFolder;
    try {
      Path home = studyFolder.toRealPath();
      for (String segment : path.split("/", -1)) {
        file = file.resolve(segment);
        if (Files.isSymbolicLink(file) && !Files.exists(file)) {
          return true;
        }
        if (Files.exists(file) && !file.toRealPath().startsWith(home)) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      return true;
    }
  }
}
