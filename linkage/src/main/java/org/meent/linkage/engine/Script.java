// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.engine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.OptionalLong;
import java.util.SequencedMap;

/**
 * A researcher's own text in the engine's language that derives one value for a person. It sees
 * copies of the tables given and nothing else.
 *
 * @param name name of the derived variable, for messages
 * @param file the file with the text, for messages
 * @param text the text
 * @param tables the tables it may see, by the name under which it sees them
 * @param value what comes out: name, kind and scale
 */
public record Script(
    String name, String file, String text, SequencedMap<String, Table> tables, Field value) {
  /** The column that holds the person, in what it sees and in what comes out. */
  public static final String PERSON = "person";

  /** Copies the tables. */
  public Script {
    tables = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(tables));
  }

  /**
   * What a script sees of a table.
   *
   * @param rows the rows, with {@link #PERSON} and declared variables under their own names
   * @param day field of the first day on which a row holds; empty text if rows have no time
   * @param before rows that start on this day or later are not seen; empty if rows have no time
   */
  public record Table(Relation rows, String day, OptionalLong before) {}
}
