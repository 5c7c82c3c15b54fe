// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.meent.linkage.format.Code;
import org.meent.linkage.format.Column;
import org.meent.linkage.format.MissingCodes;
import org.meent.linkage.format.ValueLabel;
import org.meent.linkage.register.CodeMeaning;
import org.meent.linkage.register.Register;
import org.meent.linkage.register.RegisterColumn;

/**
 * What file and dictionary together say of a column's codes; where both speak, the file does.
 *
 * @param labels labels by code
 * @param missing codes that stand for no value
 */
record ColumnMeaning(Map<String, String> labels, MissingCodes missing) {
  /** The meaning of a column, with the register's if the file is known to be of one. */
  static ColumnMeaning of(Column column, Optional<Register> register) {
    Map<String, String> labels = new TreeMap<>();
    List<Code> missing = new ArrayList<>(column.missing().discrete());
    Optional<RegisterColumn> known = register.flatMap(one -> one.column(column.name()));
    if (known.isPresent()) {
      for (CodeMeaning code : known.get().labels()) {
        labels.put(code.code(), code.meaning().nl());
      }
      for (CodeMeaning code : known.get().missing()) {
        labels.put(code.code(), code.meaning().nl());
        code(column, code.code()).ifPresent(missing::add);
      }
    }
    for (ValueLabel label : column.labels()) {
      written(label.code()).ifPresent(code -> labels.put(code, label.label()));
    }
    return new ColumnMeaning(labels, new MissingCodes(missing, column.missing().range()));
  }

  private static Optional<Code> code(Column column, String written) {
    if (column.type().isText()) {
      return Optional.of(new Code.Text(written));
    }
    return written.matches("-?\\d+(\\.\\d+)?")
        ? Optional.of(new Code.Number(Double.parseDouble(written)))
        : Optional.empty();
  }

  private static Optional<String> written(Code code) {
    return switch (code) {
      case Code.Number number -> Optional.of(ColumnAccount.written(number.value()));
      case Code.Text text -> Optional.of(text.value());
      case Code.Tag tag -> Optional.empty();
    };
  }
}
