// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.drift;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * One thing that changed between two versions of a file. Its figures are counts, shares, means and
 * codes that may be named; never a value of a person.
 *
 * @param kind what sort of change
 * @param column the column it concerns; empty if it concerns the file
 * @param figures what its sentence names, in a fixed order
 */
public record Change(Kind kind, String column, SequencedMap<String, Figure> figures) {

  /** How much a change matters to who used the old version. */
  public enum Weight {
    /** A program that ran on the old version fails, or silently does something else. */
    BREAKS,
    /** The same program runs, and figures move. */
    MOVES,
    /** Good to know. */
    NOTE
  }

  /** The kinds of change, the important first; each has a sentence in every language. */
  public enum Kind {
    /** A column of the key has another type. */
    KEY_TYPE(Weight.BREAKS),
    /** No unit of one is in the other. */
    NO_SHARED_UNIT(Weight.BREAKS),
    /** A source of the study is gone. */
    SOURCE_LOST(Weight.BREAKS),
    /** A column is gone. */
    COLUMN_LOST(Weight.BREAKS),
    /** A column is gone, and a new one has a name like it. */
    COLUMN_LOST_NEAR(Weight.BREAKS),
    /** A column has another type. */
    TYPE(Weight.BREAKS),
    /** A column is written with other capitals. */
    RENAMED_CASE(Weight.BREAKS),
    /** A column has another spelling that the dictionary knows. */
    RENAMED_SPELLING(Weight.BREAKS),
    /** A column has another name and the same values. */
    RENAMED_VALUES(Weight.BREAKS),
    /** A code means something else. */
    LABEL(Weight.BREAKS),
    /** Codes are written in other capitals. */
    CODES_CAPITALS(Weight.BREAKS),
    /** Units are gone or new. */
    UNITS(Weight.MOVES),
    /** Another number of units has more than one row. */
    REPEATED(Weight.MOVES),
    /** Another number of rows has no key. */
    WITHOUT_KEY(Weight.MOVES),
    /** Another number of rows. */
    ROWS(Weight.MOVES),
    /** Codes are gone. */
    CODES_GONE(Weight.MOVES),
    /** Codes that stood in many rows do so no more. */
    CODES_RARE(Weight.MOVES),
    /** Codes are new. */
    CODES_NEW(Weight.MOVES),
    /** Codes that stood in few rows or none stand in many. */
    CODES_GROWN(Weight.MOVES),
    /** Codes stand in another share of the rows. */
    CODE_SHARE(Weight.MOVES),
    /** Another share of values is missing. */
    MISSING(Weight.MOVES),
    /** Mean or deviation moved. */
    MOMENTS(Weight.MOVES),
    /** Units have other values than before. */
    VALUES(Weight.MOVES),
    /** Values differ, without a change large enough to be named. */
    CONTENT(Weight.MOVES),
    /** The bytes differ; whether values do cannot be said. */
    BYTES(Weight.MOVES),
    /** A source of the study is new. */
    SOURCE_ADDED(Weight.NOTE),
    /** A column is new. */
    COLUMN_ADDED(Weight.NOTE),
    /** Columns that were not looked at are gone or new. */
    OTHER_COLUMNS(Weight.NOTE),
    /** Columns stand in another order. */
    COLUMN_ORDER(Weight.NOTE),
    /** The file is in another format. */
    FORMAT(Weight.NOTE),
    /** All values are the same; the bytes of the file may differ. */
    SAME(Weight.NOTE);

    private final Weight weight;

    Kind(Weight weight) {
      this.weight = weight;
    }

    /** How much it matters. */
    public Weight weight() {
      return weight;
    }
  }

  /** What a sentence names. */
  public sealed interface Figure {
    /**
     * A count.
     *
     * @param value the count
     * @param exact whether it was counted; if not it was estimated from a sample of units
     */
    record Count(long value, boolean exact) implements Figure {}

    /**
     * A share.
     *
     * @param value 0 to 1
     */
    record Share(double value) implements Figure {}

    /**
     * A mean or deviation.
     *
     * @param value six significant digits
     */
    record Number(BigDecimal value) implements Figure {}

    /**
     * A word: a name, a type, a label.
     *
     * @param value the word
     */
    record Word(String value) implements Figure {}

    /**
     * Names.
     *
     * @param values the names
     */
    record Words(List<String> values) implements Figure {
      /** Copies the names. */
      public Words {
        values = List.copyOf(values);
      }
    }

    /**
     * Codes that may be named.
     *
     * @param values code, label and count
     */
    record Codes(List<CodeCount> values) implements Figure {
      /** Copies the codes. */
      public Codes {
        values = List.copyOf(values);
      }
    }
  }

  /**
   * A code that may be named.
   *
   * @param code as written
   * @param label its meaning; empty if it has none
   * @param rows in how many rows it stands
   */
  public record CodeCount(String code, String label, long rows) {}

  /** Copies the figures. */
  public Change {
    figures = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(figures));
  }

  /** A change of the file. */
  static Change of(Kind kind) {
    return of(kind, "");
  }

  /** A change of a column. */
  static Change of(Kind kind, String column) {
    return new Change(kind, column, new LinkedHashMap<>());
  }

  Change with(String name, Figure figure) {
    SequencedMap<String, Figure> more = new LinkedHashMap<>(figures);
    more.put(name, figure);
    return new Change(kind, column, more);
  }

  Change with(String name, String word) {
    return with(name, new Figure.Word(word));
  }

  Change with(String name, long count) {
    return with(name, new Figure.Count(count, true));
  }

  Change with(String name, List<String> names) {
    return with(name, new Figure.Words(names));
  }
}
