// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.people;

/** Where a person and the parents were born, as coarse as the world needs. */
public enum Origin {
  /** Born in the Netherlands, and so were the parents. */
  NETHERLANDS(true, "0"),
  /** Born in the Netherlands, a parent was not. */
  SECOND_GENERATION(true, "2"),
  /** Born abroad, came as a labour or family migrant. */
  MIGRANT(false, "1"),
  /** Born abroad, came as a refugee. */
  REFUGEE(false, "1");

  private final boolean born;
  private final String generation;

  Origin(boolean born, String generation) {
    this.born = born;
    this.generation = generation;
  }

  /** Whether born in the Netherlands. */
  public boolean bornHere() {
    return born;
  }

  /** The code of GBAGENERATIE. */
  public String generation() {
    return generation;
  }
}
