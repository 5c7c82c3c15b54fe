// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols;

import java.util.Locale;

/**
 * What a study may be for. The list is closed and holds no purpose of control: fraud detection,
 * sanctioning or ranking persons by risk cannot be written down.
 */
public enum Purpose {
  /** Learn which support helps whom, so that support becomes better. */
  IMPROVE_SUPPORT,
  /** Learn whether a programme does what it was meant to do. */
  EVALUATE_PROGRAMME,
  /** Describe a population and its use of support, in tables. */
  DESCRIBE_POPULATION,
  /** Improve methods of linkage, estimation or disclosure control. */
  IMPROVE_METHODS;

  /** The name as written in a protocol, such as {@code improve-support}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
