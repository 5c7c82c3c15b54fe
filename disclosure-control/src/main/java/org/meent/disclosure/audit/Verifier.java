// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.audit;

import java.nio.file.Path;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/**
 * Checks a protected table from its files alone: {@code cells.csv}, {@code certificate.json}, the
 * specification, and the records that it names. The check itself is {@link CertificateCheck} over
 * the table of {@link Recount}; each is short enough to be read in one sitting.
 */
public final class Verifier {

  private Verifier() {}

  /** Verifies a folder that {@code protect} wrote; the specification is its {@code spec.yaml}. */
  public static Verdict verify(Path folder) {
    return verify(folder, folder.resolve("spec.yaml"));
  }

  /**
   * Verifies a folder against a specification.
   *
   * @throws org.meent.protocols.refusal.RefusalException if a file cannot be read as what it should
   *     be; a certificate that does not hold is a verdict, not an exception
   */
  public static Verdict verify(Path folder, Path spec) {
    try {
      return new CertificateCheck(spec, folder).check();
    } catch (java.io.IOException | RuntimeException e) {
      if (e instanceof org.meent.protocols.refusal.RefusalException refusal) {
        throw refusal;
      }
      throw Refusal.unverified(
              "disclosure.verify.unreadable",
              Where.file(String.valueOf(folder.getFileName())),
              e.getClass().getSimpleName())
          .asException();
    }
  }
}
