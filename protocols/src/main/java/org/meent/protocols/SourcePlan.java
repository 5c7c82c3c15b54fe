// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols;

import java.util.List;
import java.util.SequencedMap;

/**
 * A source as the protocol declares it; nothing else of it is ever read.
 *
 * @param holder who holds the source
 * @param path the file, relative to the study folder, inside it
 * @param lock SHA-256 of the file, 64 hex digits
 * @param format how the text is written
 * @param key the columns that together are the pseudonym: set and number
 * @param collectedFor what the data were collected for
 * @param kind register, survey or service note
 * @param variables the declared variables by name, in the order written
 * @param exemption why service notes may be used all the same, and how their quality was checked;
 *     both empty for other kinds
 */
public record SourcePlan(
    String holder,
    String path,
    String lock,
    TextFormat format,
    List<String> key,
    String collectedFor,
    Kind kind,
    SequencedMap<String, Variable> variables,
    Exemption exemption) {

  /** A source that needs no exemption. */
  public SourcePlan(
      String holder,
      String path,
      String lock,
      TextFormat format,
      List<String> key,
      String collectedFor,
      Kind kind,
      SequencedMap<String, Variable> variables) {
    this(holder, path, lock, format, key, collectedFor, kind, variables, Exemption.NONE);
  }

  /** Copies key and variables. */
  public SourcePlan {
    key = List.copyOf(key);
    variables = Ordered.copy(variables);
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
  public record TextFormat(char delimiter, char decimal, String charset) {}

  /**
   * A declared variable.
   *
   * @param type how its values are read
   * @param scale digits after the decimal mark; 0 unless the type is decimal
   * @param why why the study needs it
   * @param validity what it measures, and how well
   */
  public record Variable(Type type, int scale, String why, String validity) {}

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
