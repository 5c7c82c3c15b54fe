// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.register;

import java.util.List;
import java.util.function.Consumer;
import org.meent.linkage.format.Column;
import org.meent.linkage.world.life.Life;

/**
 * One table that municipalities keep, in the words of the municipal data model (GGM). Its key is
 * the person's, as after the pseudonymisation by Statistics Netherlands.
 */
interface UploadKind {
  /** Its name in the model. */
  String name();

  /** Its columns after the key of the person; texts, numbers and dates. */
  List<Column> columns();

  /**
   * The rows of a life.
   *
   * @param life the life
   * @param row takes one row: a String for each column of text, a Double for any other
   * @param faults takes planted errors
   */
  void rows(Life life, Consumer<List<Object>> row, Consumer<Fault> faults);

  /** A planted error and what tells its row apart. */
  record Fault(Defect defect, String detail) {}
}
