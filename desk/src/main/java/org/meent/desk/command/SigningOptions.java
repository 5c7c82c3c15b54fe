// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.meent.ethics.signature.SigningKey;
import picocli.CommandLine.Option;

/** Whose key signs, and where its pass-phrase comes from. */
final class SigningOptions {
  @Option(
      names = "--key",
      required = true,
      paramLabel = "FILE.p12",
      description = "Key store of the person who signs.")
  private Path key = Path.of("");

  @Option(
      names = "--pass-phrase-file",
      paramLabel = "FILE",
      description = "File that holds the pass-phrase, on a stick of one's own.")
  private @Nullable Path passPhraseFile;

  /**
   * What is signed with a key.
   *
   * @param <T> the signed document
   */
  interface Signing<T> {
    T with(SigningKey key) throws IOException;
  }

  /** Opens the key, asking for the pass-phrase if no file holds it, signs, and wipes the phrase. */
  <T> T sign(String prompt, Signing<T> signing) throws IOException {
    char[] passPhrase = PassPhrase.of(passPhraseFile, prompt);
    try {
      return signing.with(SigningKey.open(key, passPhrase));
    } finally {
      Arrays.fill(passPhrase, '\0');
    }
  }
}
