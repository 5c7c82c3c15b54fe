// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols;

import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.stream.Stream;

/**
 * A source as the protocol declares it; nothing else of it is ever read.
 *
 * @param holder who holds the source
 * @param files its files, such as one for each year; all have the declared columns
 * @param format how text files are written; {@link TextFormat#NONE} if no file is text
 * @param key the columns that together are the pseudonym: set and number; only one column where it
 *     names a record and nobody, in a source that is linked by probability
 * @param secondPerson the same two columns of a second person, for rows that two persons share,
 *     such as a couple's benefit; empty if every row is of one person
 * @param collectedFor what the data were collected for
 * @param kind register, survey or service note
 * @param timing which variables say when a row holds
 * @param variables the declared variables by name, in the order written
 * @param exemption why service notes may be used all the same, and how their quality was checked;
 *     both empty for other kinds
 */
public record SourcePlan(
    String holder,
    List<LockedPath> files,
    TextFormat format,
    List<String> key,
    List<String> secondPerson,
    String collectedFor,
    Kind kind,
    Timing timing,
    SequencedMap<String, Variable> variables,
    Exemption exemption) {

  /** Copies files, keys and variables. */
  public SourcePlan {
    files = List.copyOf(files);
    key = List.copyOf(key);
    secondPerson = List.copyOf(secondPerson);
    variables = Ordered.copy(variables);
  }

  /** Whether its key names records and no persons. */
  public boolean namesRecords() {
    return key.size() == 1;
  }

  /** Whether it is no source at all, but what the study's own SQL derives; it has no key. */
  public boolean isDerived() {
    return key.isEmpty();
  }

  /** The same files and key with other variables, whose rows have no time. */
  public SourcePlan withVariables(SequencedMap<String, Variable> others) {
    return new SourcePlan(
        holder,
        files,
        format,
        key,
        secondPerson,
        collectedFor,
        kind,
        Timing.NONE,
        others,
        exemption);
  }

  /** Every column that holds a part of a pseudonym: the key, then that of a second person. */
  public List<String> keyColumns() {
    return Stream.concat(key.stream(), secondPerson.stream()).toList();
  }

  /** Paths of the files, for people. */
  public String paths() {
    return String.join(", ", files.stream().map(LockedPath::path).toList());
  }

  /**
   * A file and what it must be.
   *
   * @param path the file, relative to the study folder, inside it
   * @param lock SHA-256 of its bytes, 64 hex digits
   */
  public record LockedPath(String path, String lock) {
    private static final List<String> TABLES =
        List.of(".sav", ".zsav", ".dta", ".sas7bdat", ".parquet");

    /** Whether the file is text with separators, and not a file that knows its own columns. */
    public boolean isText() {
      String name = path.toLowerCase(Locale.ROOT);
      return TABLES.stream().noneMatch(name::endsWith);
    }
  }

  /** When a row of the source holds. */
  public sealed interface Timing {
    /** Rows have no time of their own that the study uses. */
    Timing NONE = new Undated();

    /** Whether rows have a time that the study uses. */
    default boolean isDated() {
      return !(this instanceof Undated);
    }

    /** Rows without time. */
    record Undated() implements Timing {}

    /**
     * A row is something that happened on a day.
     *
     * @param day variable that holds the day
     */
    record Event(String day) implements Timing {}

    /**
     * A row holds from a day to a day.
     *
     * @param start variable that holds the first day
     * @param end variable that holds the last day, or the day after it
     * @param open texts of the end that mean "not ended yet"; {@link #BLANK} for an empty cell
     * @param endIs whether the day of the end still counts
     */
    record Spell(String start, String end, List<String> open, EndIs endIs) implements Timing {
      /** Stands for an empty cell. */
      public static final String BLANK = "blank";

      /** Copies the texts. */
      public Spell {
        open = List.copyOf(open);
      }
    }

    /** Whether the last day counts. */
    enum EndIs {
      /** The day of the end is the last day of the spell. */
      INCLUSIVE,
      /** The day of the end is the first day after the spell. */
      EXCLUSIVE
    }
  }

  /** What sort of source it is. */
  public enum Kind {
    /** Kept by law or rule for everybody it concerns. */
    REGISTER,
    /** Asked of people. */
    SURVEY,
    /** Written by caseworkers in the course of service; needs an exemption and a quality check. */
    SERVICE_NOTE
  }

  /**
   * The exemption that service notes need: they were written to serve, not to measure.
   *
   * @param reason why they may be used all the same
   * @param qualityCheck how their quality was checked, and what came of it
   */
  public record Exemption(String reason, String qualityCheck) {
    /** No exemption. */
    public static final Exemption NONE = new Exemption("", "");
  }

  /**
   * How a text file is written.
   *
   * @param delimiter one character
   * @param decimal the decimal mark, {@code '.'} or {@code ','}
   * @param charset name of the character set
   */
  public record TextFormat(char delimiter, char decimal, String charset) {
    /** No file of the source is text. */
    public static final TextFormat NONE = new TextFormat(' ', '.', "");
  }

  /**
   * A declared variable.
   *
   * @param type how its values are read
   * @param scale digits after the decimal mark; 0 unless the type is decimal
   * @param missing texts that mean "unknown" where they stand, such as {@code ----}
   * @param why why the study needs it
   * @param validity what it measures, and how well
   */
  public record Variable(Type type, int scale, List<String> missing, String why, String validity) {
    /** Copies the texts. */
    public Variable {
      missing = List.copyOf(missing);
    }
  }

  /** How values are read. */
  public enum Type {
    /** Text from a code list; leading zeros stay. */
    CODE,
    /** A whole number. */
    INTEGER,
    /** A decimal number of declared scale. */
    DECIMAL,
    /** A day, yyyy-mm-dd or yyyymmdd. */
    DATE
  }
}
