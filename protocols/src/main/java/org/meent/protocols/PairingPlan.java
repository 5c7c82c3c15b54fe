// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols;

import java.math.BigDecimal;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;

/**
 * How the records of a source without a pseudonym are linked to the persons of the base source, by
 * what is written about them. It can itself be an attempt to find out who somebody is, so it needs
 * a permission of its own in the signed protocol.
 *
 * @param permission why it may be done, and who agreed
 * @param fields what is compared, by name
 * @param threshold smallest probability of a link, between 0 and 1
 */
public record PairingPlan(
    Permission permission, SequencedMap<String, Field> fields, BigDecimal threshold) {

  /** Copies the fields. */
  public PairingPlan {
    fields = Ordered.copy(fields);
  }

  /**
   * The permission.
   *
   * @param reason why the records must be linked, and why not by key
   * @param agreedBy who agreed to it
   */
  public record Permission(String reason, String agreedBy) {}

  /**
   * Two columns that say the same of a person. They are read for the linkage only.
   *
   * @param kind what they say
   * @param base column of the base source
   * @param source column of the source that is linked
   */
  public record Field(Kind kind, String base, String source) {}

  /** What a field says of a person. */
  public enum Kind {
    /** First name or first names. */
    GIVEN_NAME(true),
    /** Family name. */
    SURNAME(true),
    /** The whole name. */
    NAME(true),
    /** Day of birth. */
    DATE_OF_BIRTH(false),
    /** Postal code. */
    POSTCODE(false),
    /** House number. */
    HOUSE_NUMBER(true),
    /** Street or a line of an address. */
    ADDRESS(true),
    /** Town or municipality. */
    PLACE(false),
    /** Sex. */
    SEX(false),
    /** Country. */
    COUNTRY(false),
    /** A number that belongs to the person. */
    CODE(true),
    /** Telephone number. */
    PHONE(true),
    /** Electronic mail address. */
    EMAIL(true);

    private final boolean direct;

    Kind(boolean direct) {
      this.direct = direct;
    }

    /** Whether it names a person and so may never be a variable too. */
    public boolean isDirect() {
      return direct;
    }
  }

  /** The columns of the base source that are compared. */
  public List<String> baseColumns() {
    return columns(fields.values().stream().map(Field::base));
  }

  /** The columns of the linked source that are compared. */
  public List<String> sourceColumns() {
    return columns(fields.values().stream().map(Field::source));
  }

  private static List<String> columns(Stream<String> names) {
    return names.distinct().toList();
  }
}
