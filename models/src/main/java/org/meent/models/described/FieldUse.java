// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.described;

/**
 * What the study did with a field of the description.
 *
 * @param field the field
 * @param code what was typed
 * @param use what was done with it
 */
public record FieldUse(String field, String code, Use use) {

  /** What a study did with a field. */
  public enum Use {
    /** There are figures for people with this code. */
    SHOWN,
    /** There are figures by this field, and none for this code. */
    CODE_NOT_SHOWN,
    /** It made groups comparable, and no figures are given by it. */
    COMPARED_BY,
    /** The study knows it and it plays no part in these figures. */
    KNOWN_ONLY,
    /** The study did not look at it. */
    NOT_LOOKED_AT
  }
}
