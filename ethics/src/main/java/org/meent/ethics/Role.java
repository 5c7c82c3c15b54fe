// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.ethics;

import java.util.Locale;

/** Who takes part in a study, and as what. A person holds one role in one study. */
public enum Role {
  /** Writes the protocol and runs it. */
  RESEARCHER,
  /** Judges the protocol against the codes of conduct and the law. */
  ETHICS_COMMITTEE,
  /** Judges privacy, safety and secrecy for the municipality. */
  PRIVACY_OFFICER,
  /** Speaks for the clients whose data are used. */
  CLIENT_COUNCIL,
  /** Holds a source and grants its use. */
  DATA_HOLDER,
  /** Checks what is to leave; two of them decide, neither the author. */
  OUTPUT_CHECKER;

  /** The name as written in a protocol and on the command line, such as {@code client-council}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
