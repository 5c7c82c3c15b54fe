// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.people;

import org.meent.linkage.world.plan.WorldPlan;

/** The numbers that registers and municipalities use for the true numbers of a world. */
public final class PersonKeys {
  private final KeyCipher rins;
  private final KeyCipher bsns;

  /** The numbers of a plan. */
  public PersonKeys(WorldPlan plan) {
    this.rins = new KeyCipher(plan.seed(), "rin");
    this.bsns = new KeyCipher(plan.seed(), "bsn");
  }

  /** The nine digits that registers use for a true number. */
  public String rin(long id) {
    return rins.of(id);
  }

  /** The nine digits that municipalities use; not a citizen's service number. */
  public String bsn(long id) {
    return bsns.of(id);
  }
}
