// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.report;

import java.util.List;
import java.util.Locale;

/**
 * A document in one language, without form.
 *
 * @param title the title
 * @param marking who may see it
 * @param demonstration whether everything in it was made under a demonstration mandate
 * @param language language of the words
 * @param blocks the content, in order
 */
public record Report(
    String title, Marking marking, boolean demonstration, Locale language, List<Block> blocks) {

  /** Copies the blocks. */
  public Report {
    blocks = List.copyOf(blocks);
  }

  /** Who may see a document. */
  public enum Marking {
    /** For the researcher inside; it must not be asked out. */
    INSIDE_ONLY,
    /** For the output checkers, inside. */
    FOR_CHECKERS,
    /** Drawn only from what the gate let through. */
    RELEASABLE
  }
}
