// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.drift;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.meent.linkage.format.Column;
import org.meent.linkage.format.ColumnBatch;
import org.meent.linkage.format.MissingCodes;
import org.meent.linkage.format.TextColumn;
import org.meent.linkage.format.ValueType;

/** Makes the fingerprint of one column, batch after batch. */
final class ColumnAccount {
  /** Hash of a cell with nothing in it. */
  private static final long NOTHING = 0x6e6f7468696e67L;

  private final Column column;
  private final MissingCodes codesOfMissing;
  private final Map<String, String> labels;
  private final boolean countCodes;
  private final SipHash hash;
  private final SipHash salted;
  private final DistinctCount distinct = new DistinctCount();
  private final CodeCounts codes;
  private final Moments.Account moments = new Moments.Account();
  private long known;
  private long missing;
  private long absent;
  private long content;

  /**
   * An empty account.
   *
   * @param column the column
   * @param meaning what dictionary and file say of its codes
   * @param countCodes whether its values may be codes
   * @param hash hashes values, the same in every file
   * @param salted hashes those hashes for the content
   */
  ColumnAccount(
      Column column, ColumnMeaning meaning, boolean countCodes, SipHash hash, SipHash salted) {
    this.column = column;
    this.codesOfMissing = meaning.missing();
    this.labels = meaning.labels();
    this.countCodes = countCodes;
    this.codes =
        new CodeCounts(
            column.type().isText() || !labels.isEmpty()
                ? CodeCounts.MOST
                : CodeCounts.MOST_PLAIN_NUMBERS);
    this.hash = hash;
    this.salted = salted;
  }

  /** Counts a batch and leaves the hash of each cell. */
  void add(ColumnBatch batch, int place, long[] hashes) {
    if (column.type().isText()) {
      texts(batch.texts(place), batch.rows(), hashes);
    } else {
      numbers(batch.numbers(place), batch.rows(), hashes);
    }
    for (int r = 0; r < batch.rows(); r++) {
      content += salted.of(hashes[r]);
    }
  }

  /** Whether a hash is that of a cell with nothing in it. */
  static boolean isNothing(long hash) {
    return hash == NOTHING;
  }

  ColumnProfile profile() {
    return new ColumnProfile(
        column.name(),
        column.type(),
        known,
        missing,
        absent,
        distinct.estimate(),
        "%016x".formatted(content),
        countCodes ? codes.list(labels) : Optional.empty(),
        column.type() == ValueType.NUMBER ? moments.moments() : Optional.empty());
  }

  private void texts(TextColumn values, int rows, long[] hashes) {
    for (int r = 0; r < rows; r++) {
      int row = r;
      if (values.length(r) == 0) {
        hashes[r] = NOTHING;
        boolean declared = codesOfMissing.holds("");
        absent += declared ? 0 : 1;
        missing += declared ? 1 : 0;
        continue;
      }
      hashes[r] = hash.of(values.bytes(), values.start(r), values.length(r));
      if (!codesOfMissing.isEmpty() && codesOfMissing.holds(values.text(r))) {
        missing++;
      } else {
        known++;
        distinct.add(hashes[r]);
      }
      if (countCodes) {
        codes.add(hashes[r], () -> values.text(row));
      }
    }
  }

  private void numbers(double[] values, int rows, long[] hashes) {
    for (int r = 0; r < rows; r++) {
      double value = values[r] + 0.0; // no negative zero
      if (Double.isNaN(value)) {
        hashes[r] = NOTHING;
        absent++;
        continue;
      }
      hashes[r] = hash.of(Double.doubleToLongBits(value));
      if (codesOfMissing.holds(value)) {
        missing++;
      } else {
        known++;
        distinct.add(hashes[r]);
        moments.add(value);
      }
      if (countCodes) {
        codes.add(hashes[r], () -> written(value));
      }
    }
  }

  /** A number as a code is written: without a decimal part if it has none. */
  static String written(double value) {
    return Double.isFinite(value)
        ? new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString()
        : Double.toString(value);
  }
}
