// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.ethics;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.meent.ethics.signature.SigningKey;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/**
 * A document with the signature over its bytes beside it, {@code <name>} and {@code <name>.p7s}.
 */
final class SignedFile {
  private static final int MAX_BYTES = 1 << 18;

  private SignedFile() {}

  /** Signs and stores; each file appears whole or not at all, the signature first. */
  static void write(Path folder, String name, byte[] document, SigningKey key) {
    try {
      Files.createDirectories(folder);
      whole(folder.resolve(name + ".p7s"), key.sign(document));
      whole(folder.resolve(name), document);
    } catch (IOException e) {
      throw Refusal.environment(
              "ethics.approval.cannot-write", Where.file(String.valueOf(folder.getFileName())))
          .asException();
    }
  }

  /** The bytes of a file; nothing if it is not there, cut off where it is longer than can be. */
  static Optional<byte[]> read(Path file) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file)) {
      return Optional.of(in.readNBytes(MAX_BYTES));
    } catch (IOException e) {
      throw Refusal.environment(
              "ethics.approval.unreadable", Where.file(String.valueOf(file.getFileName())))
          .asException();
    }
  }

  private static void whole(Path file, byte[] bytes) throws IOException {
    Path partial = file.resolveSibling(file.getFileName() + ".partial");
    Files.write(partial, bytes);
    try (FileChannel channel = FileChannel.open(partial, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
