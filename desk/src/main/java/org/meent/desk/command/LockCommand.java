// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.meent.linkage.drift.Drift;
import org.meent.linkage.drift.DriftReport;
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
    Optional<StudyLock> before = before(study());
    StudyLock lock =
        StudyLock.of(
            study(),
            protocol.sources(),
            registers.dictionary(),
            before.map(StudyLock::salt).orElseGet(LockCommand::salt));
    for (SourceLock source : lock.sources()) {
      boolean same = declared.contains(source.path() + source.sha256());
      say(
          text(
              same ? "lock.same" : "lock.differs", source.name(), source.sha256(), source.bytes()));
      if (!source.profile().register().isEmpty()) {
        say(text("lock.register", source.profile().register(), source.profile().version()));
      }
    }
    before.ifPresent(old -> sayWhatChanged(old, lock));
    new OutFolder(study()).write(StudyLockFile.NAME, StudyLockFile.write(lock));
    say(text("lock.written", StudyLockFile.NAME));
    return ExitCode.DONE;
  }

  private void sayWhatChanged(StudyLock old, StudyLock lock) {
    say(text("lock.since"));
    Drift drift = Drift.withDefaults().with(registers.dictionary());
    DriftReport report = drift.locks(StudyLockFile.NAME, old, StudyLockFile.NAME, lock);
    DriftLines.of(report, locale()).forEach(this::say);
  }

  /** The lock that stands there; the new one takes over its salt, so that the two compare. */
  private static Optional<StudyLock> before(Path study) {
    Path file = study.resolve(StudyLockFile.NAME);
    return Files.exists(file) ? Optional.of(StudyLockFile.read(file)) : Optional.empty();
  }

  private static String salt() {
    byte[] salt = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    return HexFormat.of().formatHex(salt);
  }
}
