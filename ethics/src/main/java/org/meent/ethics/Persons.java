// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.ethics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.meent.ethics.signature.CertificateHolder;
import org.meent.protocols.People;
import org.meent.protocols.Protocol;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/** Whether the holder of a certificate may decide on a protocol in a role. */
final class Persons {
  private Persons() {}

  static List<Refusal> mayDecide(
      Protocol protocol, Role role, CertificateHolder holder, Where where) {
    List<Refusal> problems = new ArrayList<>();
    if (!holder.role().equals(role.label())) {
      problems.add(
          Refusal.refused("ethics.approval.wrong-role", where, role.label(), holder.role()));
    }
    if (isIn(named(protocol.people(), Role.RESEARCHER), holder.person())) {
      problems.add(Refusal.refused("ethics.approval.author", where, role.label()));
    } else if (!isIn(named(protocol.people(), role), holder.person())) {
      problems.add(
          Refusal.refused("ethics.approval.not-named", where, holder.person(), role.label()));
    }
    return problems;
  }

  /** Whom the protocol names in a role. */
  static List<String> named(People people, Role role) {
    return switch (role) {
      case RESEARCHER -> people.researchers();
      case ETHICS_COMMITTEE -> people.ethicsCommittee();
      case PRIVACY_OFFICER -> people.privacyOfficer();
      case CLIENT_COUNCIL -> people.clientCouncil();
      case OUTPUT_CHECKER -> people.outputCheckers();
      case DATA_HOLDER -> List.of();
    };
  }

  private static boolean isIn(List<String> names, String person) {
    return names.stream().anyMatch(name -> same(name).equals(same(person)));
  }

  private static String same(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[\\s.]+", "");
  }
}
