// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.source;

import java.util.ArrayList;
import java.util.List;
import org.meent.protocols.LinkagePlan;
import org.meent.protocols.Protocol;
import org.meent.protocols.SourcePlan;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.RefusalException;
import org.meent.protocols.refusal.Where;

/** Whether a linkage says of every source how it is joined, before any file is opened. */
final class LinkageCheck {
  private final Protocol protocol;
  private final LinkagePlan linkage;
  private final Where where = Where.field("linkage");
  private final List<Refusal> faults = new ArrayList<>();

  private LinkageCheck(Protocol protocol) {
    this.protocol = protocol;
    this.linkage = protocol.linkage();
  }

  /**
   * Checks a plan.
   *
   * @throws RefusalException with everything that is wrong
   */
  static void check(Protocol protocol) {
    LinkageCheck check = new LinkageCheck(protocol);
    check.sets();
    check.names();
    protocol.sources().forEach(check::source);
    if (!check.faults.isEmpty()) {
      throw new RefusalException(check.faults);
    }
  }

  private void sets() {
    if (linkage.identify().isEmpty() || linkage.identify().stream().anyMatch(String::isBlank)) {
      faults.add(Refusal.badInput("linkage.key.no-set", where.in("linkage.identify")));
    }
  }

  private void names() {
    for (String name : used()) {
      if (!protocol.sources().containsKey(name)) {
        faults.add(Refusal.badInput("linkage.plan.unknown-source", where, name));
      }
    }
  }

  /** The sources that are joined or carry pseudonyms over, and the base. */
  private List<String> used() {
    List<String> used = new ArrayList<>(linkage.joins().sequencedKeySet());
    used.add(linkage.base());
    linkage.bridge().ifPresent(bridge -> used.add(bridge.source()));
    return used;
  }

  private void source(String name, SourcePlan plan) {
    if (!used().contains(name)) {
      faults.add(Refusal.badInput("linkage.plan.unjoined", where, name));
    }
    int second = plan.secondPerson().size();
    int first = linkage.pairings().containsKey(name) ? 1 : 2;
    if (plan.key().size() != first || (second != 0 && second != 2)) {
      faults.add(Refusal.badInput("linkage.key.pair", Where.field(name), name));
    }
  }
}
