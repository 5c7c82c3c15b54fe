// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.meent.linkage.compare.EditDistance;

/**
 * Whether given name and surname stand in each other's place: both crosswise the same (swapped),
 * one of them the same and the other but for an initial or one writing error (half swapped), or
 * both but for such an error behind the first letter (roughly swapped).
 */
final class NameSwap {
  static final List<String> LEVELS =
      List.of("missing", "in place", "roughly swapped", "half swapped", "swapped");
  static final int IN_PLACE = 1;
  static final int ROUGH = 2;
  static final int HALF = 3;
  static final int SWAPPED = 4;

  private final FieldColumn given;
  private final FieldColumn surname;

  /** Per surname its number among the given names, -2 if nobody has it as a given name. */
  private final int[] asGiven;

  private final char[] givenLetter;
  private final char[] surnameLetter;
  private final double[] chances;

  NameSwap(FieldColumn given, FieldColumn surname, double nearByChance) {
    this.given = given;
    this.surname = surname;
    this.asGiven = asGiven(given, surname);
    this.givenLetter = firstLetters(given);
    this.surnameLetter = firstLetters(surname);
    this.chances = chances(nearByChance);
  }

  /**
   * The level of two pairs of names that agree nowhere in their own places; first letters first.
   */
  int level(
      int leftGiven, int leftSurname, int rightGiven, int rightSurname, EditDistance distance) {
    boolean there = asGiven[rightSurname] == leftGiven;
    boolean back = asGiven[leftSurname] == rightGiven;
    if (there && back) {
      return SWAPPED;
    }
    boolean mayBeThere = there || givenLetter[leftGiven] == surnameLetter[rightSurname];
    boolean mayBeBack = back || givenLetter[rightGiven] == surnameLetter[leftSurname];
    if (!mayBeThere || !mayBeBack) {
      return IN_PLACE;
    }
    boolean near =
        (there || isNear(given.values()[leftGiven], surname.values()[rightSurname], distance))
            && (back
                || isNear(given.values()[rightGiven], surname.values()[leftSurname], distance));
    return near ? (there || back ? HALF : ROUGH) : IN_PLACE;
  }

  private static boolean isNear(String a, String b, EditDistance distance) {
    return a.length() == 1 || b.length() == 1 || distance.within(a, b, 1) <= 1;
  }

  /** The chance of a level for records of different persons. */
  double chance(int level) {
    return chances[level];
  }

  private static char[] firstLetters(FieldColumn column) {
    char[] letters = new char[column.values().length];
    for (int code = 0; code < letters.length; code++) {
      letters[code] = column.values()[code].charAt(0);
    }
    return letters;
  }

  private static int[] asGiven(FieldColumn given, FieldColumn surname) {
    Map<String, Integer> codes = HashMap.newHashMap(given.values().length);
    for (int code = 0; code < given.values().length; code++) {
      codes.put(given.values()[code], code);
    }
    return Arrays.stream(surname.values()).mapToInt(name -> codes.getOrDefault(name, -2)).toArray();
  }

  private double[] chances(double nearByChance) {
    boolean one = given.right().length == 0;
    int[] givenRight = one ? given.leftCounts() : given.rightCounts();
    int[] surnameRight = one ? surname.leftCounts() : surname.rightCounts();
    double there = 0;
    double back = 0;
    for (int code = 0; code < asGiven.length; code++) {
      int first = asGiven[code];
      if (first >= 0) {
        there += (double) given.leftCounts()[first] * surnameRight[code];
        back += (double) surname.leftCounts()[code] * givenRight[first];
      }
    }
    double right = one ? given.left().length : given.right().length;
    double pairs = Math.max(1, given.left().length * right);
    double least = 0.1 / (pairs + 1);
    double half = (there + back) / pairs * nearByChance;
    double both = there / pairs * (back / pairs);
    double rough = nearByChance * nearByChance;
    return new double[] {
      1, 1, Math.max(rough, 100 * least), Math.max(half, 10 * least), Math.max(both, least)
    };
  }
}
