// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.register;

import org.meent.linkage.world.life.Life;

/** One file of the world: what one life looks like in it. */
public interface Register {
  /** The file. */
  RegisterFile file();

  /**
   * Adds the rows of a life. Whatever is random comes from streams of that household.
   *
   * @param life the life
   * @param rows where its rows go
   * @param defects where planted errors are written down
   */
  void write(Life life, Rows rows, DefectLedger defects);
}
