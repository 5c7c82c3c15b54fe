// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.meent.protocols.ClientView.CouncilAdvice;
import org.meent.protocols.ClientView.Dialogue;
import org.meent.protocols.yaml.Fields;

/** The parts {@code client-view} and {@code people}. */
final class PeoplePart {
  private PeoplePart() {}

  static ClientView clientView(Fields at) {
    return new ClientView(
        at.list("dialogues", 1, PeoplePart::dialogue),
        at.choice("council-advice", CouncilAdvice.class),
        at.text("reply-to-council", ""));
  }

  private static Dialogue dialogue(Fields at) {
    return new Dialogue(
        at.date("date"),
        at.text("city"),
        (int) at.integer("participants", 1, 100_000),
        at.text("statement"),
        at.text("answer", ""));
  }

  static People people(Fields at) {
    People people =
        new People(
            at.texts("researchers", 1),
            at.texts("privacy-officer", 1),
            at.texts("ethics-committee", 1),
            at.texts("client-council", 1),
            at.texts("output-checkers", 0));
    int checkers = people.outputCheckers().size();
    if (at.has("output-checkers") && checkers < 2) {
      at.problems().refused("protocols.study.two-checkers", at.at("output-checkers"), checkers);
    }
    Map<String, String> roleOf = new LinkedHashMap<>();
    once(people.researchers(), "researchers", roleOf, at);
    once(people.privacyOfficer(), "privacy-officer", roleOf, at);
    once(people.ethicsCommittee(), "ethics-committee", roleOf, at);
    once(people.clientCouncil(), "client-council", roleOf, at);
    once(people.outputCheckers(), "output-checkers", roleOf, at);
    return people;
  }

  /** Nobody stands twice, however the name is spaced or capitalised. */
  private static void once(List<String> names, String role, Map<String, String> roleOf, Fields at) {
    for (String name : names) {
      String same = name.toLowerCase(Locale.ROOT).replaceAll("[\\s.]+", "");
      String other = roleOf.putIfAbsent(same, role);
      if (other != null && !same.isEmpty()) {
        at.problems().refused("protocols.study.two-roles", at.at(role), name, other, role);
      }
    }
  }
}
