// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.life;

/** Why a benefit ended. */
public enum ExitReason {
  /** The recipient found work. */
  WORK,
  /** The partner found work, which ends it for both. */
  PARTNER_WORK,
  /** Went to live with someone who earns. */
  HOUSEHOLD,
  /** Another benefit came instead. */
  OTHER_BENEFIT,
  /** Began to study. */
  STUDY,
  /** Began a business. */
  SELF_EMPLOYED,
  /** Left the country. */
  ABROAD,
  /** Reached pension age. */
  PENSION,
  /** Died. */
  DEATH,
  /** Anything else. */
  OTHER
}
