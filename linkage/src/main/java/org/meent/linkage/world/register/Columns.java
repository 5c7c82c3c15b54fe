// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.register;

import java.util.ArrayList;
import java.util.List;
import org.meent.linkage.format.Code;
import org.meent.linkage.format.Column;
import org.meent.linkage.format.MissingCodes;
import org.meent.linkage.format.ValueLabel;
import org.meent.linkage.format.ValueType;

/** A list of columns in the making. */
final class Columns {
  private final List<Column> columns = new ArrayList<>();

  private Columns() {}

  /** Columns that begin with nothing. */
  static Columns none() {
    return new Columns();
  }

  /** Columns that begin with the key of a person. */
  static Columns person() {
    return none()
        .text("RINPERSOONS", 1, "Soort identificatienummer persoon")
        .text("RINPERSOON", 9, "Identificatienummer persoon");
  }

  Columns text(String name, int width, String label) {
    columns.add(Column.text(name, width).labelled(label));
    return this;
  }

  /** A code with its meanings, as code, meaning, code, meaning. */
  Columns code(String name, int width, String label, String... meanings) {
    List<ValueLabel> labels = new ArrayList<>();
    for (int i = 0; i < meanings.length; i += 2) {
      labels.add(new ValueLabel(new Code.Text(meanings[i]), meanings[i + 1]));
    }
    columns.add(Column.text(name, width).labelled(label).coded(labels, MissingCodes.NONE));
    return this;
  }

  Columns number(String name, String label) {
    columns.add(Column.of(name, ValueType.NUMBER).labelled(label));
    return this;
  }

  /** A number with codes that mean missing. */
  Columns number(String name, String label, double missing, String meaning) {
    Code code = new Code.Number(missing);
    columns.add(
        Column.of(name, ValueType.NUMBER)
            .labelled(label)
            .coded(
                List.of(new ValueLabel(code, meaning)),
                new MissingCodes(List.of(code), java.util.Optional.empty())));
    return this;
  }

  Columns date(String name, String label) {
    columns.add(Column.of(name, ValueType.DATE).labelled(label));
    return this;
  }

  List<Column> list() {
    return List.copyOf(columns);
  }
}
