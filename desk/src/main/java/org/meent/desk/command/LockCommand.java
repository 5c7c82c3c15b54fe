// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.meent.protocols.Protocol;
import org.meent.protocols.ProtocolFile;
import org.meent.protocols.SourcePlan;
import org.meent.protocols.refusal.ExitCode;
import picocli.CommandLine.Command;

/** {@code meent lock}: the fingerprint of each source, to be put into the protocol. */
@Command(
    name = "lock",
    description =
        "Print the SHA-256 of each declared source, to be put into study.yaml; says which ones"
            + " differ from the protocol.",
    footer = {"", "Example:  meent lock examples/nsw"})
final class LockCommand extends StudyVerb {
  LockCommand(Console console) {
    super(console);
  }

  @Override
  ExitCode execute() throws IOException {
    Protocol protocol = ProtocolFile.read(study());
    for (Map.Entry<String, SourcePlan> source : protocol.sources().entrySet()) {
      for (SourcePlan.LockedPath locked : source.getValue().files()) {
        Path file = study().resolve(locked.path());
        String lock = sha256(file);
        say(
            text(
                lock.equals(locked.lock()) ? "lock.same" : "lock.differs",
                source.getValue().files().size() == 1 ? source.getKey() : locked.path(),
                lock,
                Files.size(file)));
      }
    }
    return ExitCode.DONE;
  }

  private static String sha256(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
        in.transferTo(java.io.OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
