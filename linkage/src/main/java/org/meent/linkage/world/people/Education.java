// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.people;

/** Level of education in three classes, the coarsest division in use. */
public enum Education {
  /** At most lower secondary. */
  LOW,
  /** Upper secondary. */
  MIDDLE,
  /** Higher. */
  HIGH
}
