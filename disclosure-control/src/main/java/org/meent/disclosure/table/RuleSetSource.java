// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.table;

import java.util.List;
import org.meent.disclosure.protect.PrimaryRule;

/** Where the rules of a named rule set come from. */
public interface RuleSetSource {

  /**
   * The rules for cells that a rule set states; empty if there is no such set.
   *
   * @param name the set's name, such as {@code cbs-ra}
   */
  List<PrimaryRule> rules(String name);

  /** The rule sets that are shipped as files. */
  static RuleSetSource shipped() {
    return new ShippedRuleSets();
  }
}
