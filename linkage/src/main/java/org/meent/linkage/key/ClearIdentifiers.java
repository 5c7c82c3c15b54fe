// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.key;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Recognises what names persons in clear text: columns by their name, and citizen service numbers
 * (BSN) by their check digit. Of a random number of nine digits one in eleven passes, so a column
 * of which every value passes, with at least {@value #ENOUGH} different values, holds nothing else.
 */
public final class ClearIdentifiers {
  private static final int ENOUGH = 20;
  private static final int DIGITS = 9;
  private static final int MODULUS = 11;
  private static final Set<String> NAMES =
      Set.of(
          "bsn",
          "bsnnummer",
          "burgerservicenummer",
          "sofi",
          "sofinr",
          "sofinummer",
          "anummer",
          "naam",
          "achternaam",
          "familienaam",
          "geslachtsnaam",
          "voornaam",
          "voornamen",
          "roepnaam",
          "surname",
          "lastname",
          "familyname",
          "firstname",
          "givenname",
          "fullname",
          "email",
          "emailadres",
          "emailaddress",
          "telefoon",
          "telefoonnummer",
          "mobiel",
          "phone",
          "phonenumber",
          "iban",
          "bankrekening",
          "rekeningnummer");

  private final Set<String> different = new HashSet<>();
  private boolean other;

  /** Nothing seen yet. */
  public ClearIdentifiers() {}

  /** Whether a column of this name holds what names persons. */
  public static boolean isNamed(String column) {
    return NAMES.contains(column.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""));
  }

  /** Takes a value that is there. */
  public void see(CharSequence value) {
    if (other) {
      return;
    }
    if (!passes(value)) {
      other = true;
      different.clear();
    } else if (different.size() < ENOUGH) {
      different.add(value.toString());
    }
  }

  /** Whether the values seen are citizen service numbers. */
  public boolean areCitizenNumbers() {
    return !other && different.size() >= ENOUGH;
  }

  /** The eleven test: 9a + 8b + ... + 2h - i is a multiple of 11, and not all digits are zero. */
  static boolean passes(CharSequence value) {
    if (value.length() != DIGITS) {
      return false;
    }
    int sum = 0;
    int digits = 0;
    for (int i = 0; i < DIGITS; i++) {
      int digit = value.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return false;
      }
      sum += (i == DIGITS - 1 ? -1 : DIGITS - i) * digit;
      digits += digit;
    }
    return digits != 0 && sum % MODULUS == 0;
  }
}
