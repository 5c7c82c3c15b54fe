// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a column says about a person, and therefore how two of its values are compared. */
public enum FieldKind {
  /** First name or first names. */
  GIVEN_NAME(Shape.TEXT, false, 0.85),
  /** Family name, with particles and married names. */
  SURNAME(Shape.TEXT, false, 0.85),
  /** The whole name in one column. */
  NAME(Shape.TEXT, false, 0.75),
  /** A day that stays the same for a person, usually of birth. */
  DATE_OF_BIRTH(Shape.DATE, false, 0.9),
  /** Postal code. */
  POSTCODE(Shape.CODE, true, 0.9),
  /** House number, with or without an addition. */
  HOUSE_NUMBER(Shape.CODE, true, 0.9),
  /** Street or a line of an address. */
  ADDRESS(Shape.TEXT, true, 0.75),
  /** Town, suburb, municipality, province. */
  PLACE(Shape.TEXT, true, 0.85),
  /** Sex or gender. */
  SEX(Shape.CATEGORY, false, 0.95),
  /** Country or nationality. */
  COUNTRY(Shape.CATEGORY, false, 0.95),
  /** A number or code that belongs to the person, such as a client number. */
  CODE(Shape.CODE, false, 0.85),
  /** Telephone number. */
  PHONE(Shape.CODE, false, 0.8),
  /** Electronic mail address. */
  EMAIL(Shape.TEXT, false, 0.8),
  /** One of a few values without an order. */
  CATEGORY(Shape.CATEGORY, false, 0.9),
  /** Any other text. */
  TEXT(Shape.TEXT, false, 0.75),
  /** A Bloom filter in Base64, made by a data holder; compared by Dice. */
  ENCODING(Shape.CATEGORY, false, 0.9),
  /** Not compared. */
  IGNORE(Shape.CATEGORY, false, 0);

  /** How values are written and compared. */
  enum Shape {
    TEXT,
    DATE,
    CODE,
    CATEGORY
  }

  private final Shape shape;
  private final boolean address;
  private final double usualAgreement;

  FieldKind(Shape shape, boolean address, double usualAgreement) {
    this.shape = shape;
    this.address = address;
    this.usualAgreement = usualAgreement;
  }

  Shape shape() {
    return shape;
  }

  /** Whether all fields of this kind change together when a person moves. */
  boolean isAddress() {
    return address;
  }

  /** A cautious guess of how often two records of one person agree exactly; only plans blocking. */
  double usualAgreement() {
    return usualAgreement;
  }

  /** The name in commands and files, such as {@code date-of-birth}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The kind with a label; {@code date} is taken for {@code date-of-birth}. */
  public static Optional<FieldKind> ofLabel(String label) {
    String wanted = label.equals("date") ? "date-of-birth" : label;
    return Arrays.stream(values()).filter(kind -> kind.label().equals(wanted)).findFirst();
  }
}
