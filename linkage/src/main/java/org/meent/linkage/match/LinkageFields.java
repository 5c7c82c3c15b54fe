// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meent.linkage.compare.EditDistance;

/**
 * The compared fields of both files, and behind them one more: whether given name and surname stand
 * in each other's place. A pair of records becomes a pattern: four bits per field hold its level.
 */
final class LinkageFields {
  /** More fields than this do not fit into a pattern together with the swap field. */
  static final int MAX_FIELDS = 15;

  private static final int BITS = 4;

  private final List<FieldColumn> columns;
  private final FieldComparison[] comparisons;
  private final ChanceAgreement[] chances;
  private final int[] left;
  private final int[] right;
  private final boolean oneFile;
  private final int given;
  private final int surname;
  private final @Nullable NameSwap swap;

  LinkageFields(
      List<FieldColumn> columns, ChanceAgreement[] chances, FieldComparison[] comparisons) {
    this.columns = List.copyOf(columns);
    this.chances = chances.clone();
    this.comparisons = comparisons.clone();
    this.left = rows(columns, false);
    this.oneFile = columns.getFirst().right().length == 0;
    this.right = oneFile ? left : rows(columns, true);
    this.given = only(FieldKind.GIVEN_NAME);
    this.surname = only(FieldKind.SURNAME);
    this.swap = given >= 0 && surname >= 0 ? nameSwap() : null;
  }

  /** The same fields with what is by chance taken from records of different persons only. */
  private LinkageFields(LinkageFields fields, ChanceAgreement[] chances) {
    this.columns = fields.columns;
    this.chances = chances;
    this.comparisons = fields.comparisons;
    this.left = fields.left;
    this.right = fields.right;
    this.oneFile = fields.oneFile;
    this.given = fields.given;
    this.surname = fields.surname;
    this.swap = fields.swap;
  }

  /** The same without the agreements that matches, as the model expects them, have brought in. */
  LinkageFields withoutMatches(MatchModel model) {
    ChanceAgreement[] fewer = new ChanceAgreement[chances.length];
    double copies = oneFile ? Math.max(0, 2 * model.expectedMatches() / rowsLeft() - 1) : 0;
    for (int f = 0; f < fewer.length; f++) {
      fewer[f] = chances[f].without(model, f, copies);
    }
    return new LinkageFields(this, fewer);
  }

  private NameSwap nameSwap() {
    double near = 0;
    for (int field : new int[] {given, surname}) {
      near +=
          chances[field].share(TextComparison.INITIAL) + chances[field].share(TextComparison.NEAR);
    }
    return new NameSwap(columns.get(given), columns.get(surname), near);
  }

  /** Prepares comparison levels and counts agreement by chance. */
  static LinkageFields of(List<FieldColumn> columns, Workers workers) {
    FieldComparison[] comparisons =
        workers
            .map(columns.size(), f -> FieldComparison.of(columns.get(f)))
            .toArray(FieldComparison[]::new);
    ChanceAgreement[] chances =
        workers
            .map(columns.size(), f -> ChanceAgreement.of(columns.get(f), comparisons[f]))
            .toArray(ChanceAgreement[]::new);
    return new LinkageFields(columns, chances, comparisons);
  }

  boolean oneFile() {
    return oneFile;
  }

  int count() {
    return columns.size();
  }

  /** Fields in a pattern: the columns and, if both names are there, the swap of names. */
  int patternFields() {
    return columns.size() + (swap == null ? 0 : 1);
  }

  FieldColumn column(int field) {
    return columns.get(field);
  }

  FieldComparison comparison(int field) {
    return comparisons[field];
  }

  boolean isSwap(int field) {
    return field == columns.size();
  }

  /** The name of a field of the pattern. */
  String name(int field) {
    return isSwap(field)
        ? columns.get(given).name() + " / " + columns.get(surname).name()
        : columns.get(field).name();
  }

  List<String> levels(int field) {
    return isSwap(field) ? NameSwap.LEVELS : comparisons[field].levels();
  }

  boolean isAddress(int field) {
    return !isSwap(field) && columns.get(field).kind().isAddress();
  }

  int exact(int field) {
    return levels(field).size() - 1;
  }

  /** The chance of a level for a random pair. */
  double chance(int field, int level) {
    return swap != null && isSwap(field) ? swap.chance(level) : chances[field].share(level);
  }

  /** The chance of a level given the values of a pair of records. */
  double chance(int field, int level, int leftRow, int rightRow) {
    return swap != null && isSwap(field)
        ? swap.chance(level)
        : chances[field].share(level, left(leftRow, field), right(rightRow, field));
  }

  int rowsLeft() {
    return left.length / columns.size();
  }

  int rowsRight() {
    return right.length / columns.size();
  }

  /** The number of pairs that could be compared. */
  double allPairs() {
    double n = rowsLeft();
    return oneFile() ? n * (n - 1) / 2 : n * rowsRight();
  }

  int left(int row, int field) {
    return left[row * columns.size() + field];
  }

  int right(int row, int field) {
    return right[row * columns.size() + field];
  }

  /** The pattern of a pair of records. */
  long pattern(int leftRow, int rightRow, EditDistance distance) {
    int k = columns.size();
    int l = leftRow * k;
    int r = rightRow * k;
    long pattern = 0;
    for (int f = 0; f < k; f++) {
      pattern |= (long) comparisons[f].level(left[l + f], right[r + f], distance) << (BITS * f);
    }
    return swap == null ? pattern : withSwap(pattern, swap, l, r, distance);
  }

  private long withSwap(long pattern, NameSwap names, int l, int r, EditDistance distance) {
    int levelGiven = level(pattern, given);
    int levelSurname = level(pattern, surname);
    if (levelGiven == FieldComparison.MISSING || levelSurname == FieldComparison.MISSING) {
      return pattern;
    }
    boolean different =
        levelGiven == FieldComparison.DIFFERENT && levelSurname == FieldComparison.DIFFERENT;
    int level =
        different
            ? names.level(
                left[l + given], left[l + surname], right[r + given], right[r + surname], distance)
            : NameSwap.IN_PLACE;
    if (level == NameSwap.IN_PLACE) {
      return pattern | (long) level << (BITS * columns.size());
    }
    long rest = pattern & ~(15L << (BITS * given)) & ~(15L << (BITS * surname));
    return rest | (long) level << (BITS * columns.size());
  }

  static int level(long pattern, int field) {
    return (int) (pattern >>> (BITS * field)) & 15;
  }

  private int only(FieldKind kind) {
    int found = -1;
    for (int f = 0; f < columns.size(); f++) {
      if (columns.get(f).kind() == kind) {
        if (found >= 0) {
          return -1;
        }
        found = f;
      }
    }
    return found;
  }

  private static int[] rows(List<FieldColumn> columns, boolean ofRight) {
    int k = columns.size();
    int n = ofRight ? columns.getFirst().right().length : columns.getFirst().left().length;
    int[] rows = new int[n * k];
    for (int f = 0; f < k; f++) {
      int[] codes = ofRight ? columns.get(f).right() : columns.get(f).left();
      for (int i = 0; i < n; i++) {
        rows[i * k + f] = codes[i];
      }
    }
    return rows;
  }
}
