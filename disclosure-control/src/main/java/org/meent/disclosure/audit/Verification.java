// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.meent.disclosure.recount.RecordCheck;
import org.meent.disclosure.verify.Verifier;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/**
 * The verdicts of two separate pieces on a protected table: whether the proof holds for what the
 * certificate states, and whether that is what the records say.
 *
 * @param proof the verdict of the verifier
 * @param records the verdict of the recount
 */
public record Verification(Verifier.Verdict proof, RecordCheck.Verdict records) {

  /** Both versions, to be stated beside the verdict. */
  public static final String VERSION = Verifier.VERSION + ", " + RecordCheck.VERSION;

  /** Verifies a folder that {@code protect} wrote; the specification is its {@code spec.yaml}. */
  public static Verification of(Path folder) {
    return of(folder, folder.resolve("spec.yaml"));
  }

  /**
   * Verifies a folder against a specification.
   *
   * @throws org.meent.protocols.refusal.RefusalException if a file cannot be read as what it should
   *     be; a certificate that does not hold is a verdict, not an exception
   */
  public static Verification of(Path folder, Path spec) {
    if (!Files.isDirectory(folder)) {
      throw Refusal.badInput("disclosure.verify.no-folder", Where.file(folder.toString()))
          .asException();
    }
    try {
      return new Verification(Verifier.verify(folder), RecordCheck.of(folder, spec));
    } catch (NoSuchFileException e) {
      String name = String.valueOf(Path.of(e.getFile()).getFileName());
      throw Refusal.unverified("disclosure.verify.missing", Where.file(name)).asException();
    } catch (IOException | RuntimeException e) {
      Where where = Where.file(String.valueOf(folder.getFileName()));
      String what = e.getClass().getSimpleName();
      throw Refusal.unverified("disclosure.verify.unreadable", where, what).asException();
    }
  }

  /** True if every sensitive cell by the rules is proved to be protected. */
  public boolean holds() {
    return faults().isEmpty();
  }

  /** What is wrong, by cell and never with a value. */
  public List<String> faults() {
    List<String> all = new ArrayList<>(proof.faults());
    all.addAll(records.faults());
    return all;
  }
}
