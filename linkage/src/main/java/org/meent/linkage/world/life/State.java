// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.life;

/** What someone mainly lives on in a month. */
public enum State {
  /** Wages; no social assistance. */
  WORK("11"),
  /** Unemployment insurance. */
  UNEMPLOYMENT("21"),
  /** Social assistance (algemene bijstand). */
  BENEFIT("22"),
  /** Sickness or disability benefit. */
  DISABILITY("24"),
  /** Student grants. */
  STUDY("26"),
  /** No income of one's own. */
  NONE("31"),
  /** State pension. */
  PENSION("25"),
  /** A business of one's own. */
  SELF_EMPLOYED("13"),
  /** Left the country: no longer in any register. */
  ABROAD(""),
  /** Died. */
  DEAD("");

  private final String secm;

  State(String secm) {
    this.secm = secm;
  }

  /** The code of SECM; empty if there is no record. 21, 25, 26 and 31 are unverified. */
  public String secm() {
    return secm;
  }

  /** Whether registers still hold the person. */
  public boolean registered() {
    return !secm.isEmpty();
  }
}
