// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols;

import java.util.List;

/**
 * Who holds which role, by name as it stands in their certificate. Nobody holds two.
 *
 * @param researchers authors of the protocol
 * @param privacyOfficer who judges privacy
 * @param ethicsCommittee who judges ethics
 * @param clientCouncil who advises for the clients
 * @param outputCheckers who check what is to leave; at least two
 */
public record People(
    List<String> researchers,
    List<String> privacyOfficer,
    List<String> ethicsCommittee,
    List<String> clientCouncil,
    List<String> outputCheckers) {

  /** Copies the lists. */
  public People {
    researchers = List.copyOf(researchers);
    privacyOfficer = List.copyOf(privacyOfficer);
    ethicsCommittee = List.copyOf(ethicsCommittee);
    clientCouncil = List.copyOf(clientCouncil);
    outputCheckers = List.copyOf(outputCheckers);
  }
}
