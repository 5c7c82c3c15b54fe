// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.described;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/**
 * A few fields of a person who is described and not looked up.
 *
 * @param fields code by field, in the order they were typed
 */
public record Description(SequencedMap<String, String> fields) {
  /** The most fields a description has: with more it would be a portrait. */
  public static final int MOST_FIELDS = 8;

  /** A number this long is that of one person. */
  private static final Pattern NUMBER_OF_A_PERSON = Pattern.compile("[0-9]{7,}");

  /** Copies the fields. */
  public Description {
    fields = new LinkedHashMap<>(fields);
  }

  /**
   * Reads {@code field=code} pairs. Refusals name the option and never what was typed.
   *
   * @throws org.meent.protocols.refusal.RefusalException if a pair is none, a field stands there
   *     twice, there are too many, or a code looks like the number of a person
   */
  public static Description parse(List<String> pairs) {
    SequencedMap<String, String> fields = new LinkedHashMap<>();
    for (String pair : pairs) {
      int at = pair.indexOf('=');
      String field = at < 0 ? "" : pair.substring(0, at).strip();
      String code = at < 0 ? "" : pair.substring(at + 1).strip();
      if (field.isEmpty() || code.isEmpty()) {
        throw Refusal.badInput("models.described.pair", Where.field("--with")).asException();
      }
      if (NUMBER_OF_A_PERSON.matcher(pair.replace(" ", "")).find()) {
        throw Refusal.refused("models.described.person", Where.field("--with")).asException();
      }
      if (fields.put(field, code) != null) {
        throw Refusal.badInput("models.described.twice", Where.field("--with")).asException();
      }
    }
    if (fields.size() > MOST_FIELDS) {
      throw Refusal.badInput(
              "models.described.many", Where.field("--with"), MOST_FIELDS, fields.size())
          .asException();
    }
    return new Description(fields);
  }

  /** Says nothing of the person: a description stays out of messages and logs. */
  @Override
  public String toString() {
    return "Description[" + fields.size() + " fields]";
  }
}
