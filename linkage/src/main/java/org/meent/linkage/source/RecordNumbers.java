// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.source;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Numbers the records of a source whose key names records and nobody. The numbers join rows within
 * the engine and mean nothing.
 */
final class RecordNumbers implements RowKeys {
  private final Map<String, Long> numbers = new LinkedHashMap<>();
  private long blank;

  @Override
  public List<Long> of(DeclaredRows row, String file, OptionalLong day) {
    String record = name(row);
    if (record.isEmpty()) {
      blank++;
      return List.of();
    }
    Long known = numbers.putIfAbsent(record, (long) numbers.size());
    return List.of(known == null ? numbers.size() - 1L : known);
  }

  /** The name of a row's record; empty if it has none. */
  static String name(DeclaredRows row) {
    return row.key(0).toString().strip();
  }

  /** Rows without the name of a record. */
  long blank() {
    return blank;
  }

  /** The number of each record. */
  Map<String, Long> all() {
    return Collections.unmodifiableMap(numbers);
  }
}
