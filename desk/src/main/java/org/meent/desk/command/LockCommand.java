// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;
import org.meent.linkage.drift.SourceLock;
import org.meent.linkage.drift.StudyLock;
import org.meent.linkage.drift.StudyLockFile;
import org.meent.protocols.Protocol;
import org.meent.protocols.ProtocolFile;
import org.meent.protocols.refusal.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code meent lock}: what the sources of a study hold now. */
@Command(
    name = "lock",
    description = {
      "Print the SHA-256 of each declared source, to be put into study.yaml, and say which ones"
          + " differ from the protocol.",
      "Writes study.lock.json beside it, inside only: size, rows, register and a fingerprint of"
          + " each declared column, for meent drift."
    },
    footer = {"", "Example:  meent lock examples/nsw"})
final class LockCommand extends StudyVerb {
  private static final int SALT_BYTES = 16;

  @Mixin private RegisterOption registers = new RegisterOption();

  LockCommand(Console console) {
    super(console);
  }

  @Override
  ExitCode execute() throws IOException {
    Protocol protocol = ProtocolFile.read(study());
    Set<String> declared =
        protocol.sources().values().stream()
            .flatMap(source -> source.files().stream())
            .map(file -> file.path() + file.lock())
            .collect(Collectors.toSet());
    StudyLock lock =
        StudyLock.of(study(), protocol.sources(), registers.dictionary(), salt(study()));
    for (SourceLock source : lock.sources()) {
      boolean same = declared.contains(source.path() + source.sha256());
      say(
          text(
              same ? "lock.same" : "lock.differs", source.name(), source.sha256(), source.bytes()));
      if (!source.profile().register().isEmpty()) {
        say(text("lock.register", source.profile().register(), source.profile().version()));
      }
    }
    new OutFolder(study()).write(StudyLockFile.NAME, StudyLockFile.write(lock));
    say(text("lock.written", StudyLockFile.NAME));
    return ExitCode.DONE;
  }

  /** The salt of the lock that stands there, so that the two can be compared; else a new one. */
  private static String salt(Path study) {
    Path before = study.resolve(StudyLockFile.NAME);
    if (Files.exists(before)) {
      return StudyLockFile.read(before).salt();
    }
    byte[] salt = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    return HexFormat.of().formatHex(salt);
  }
}
