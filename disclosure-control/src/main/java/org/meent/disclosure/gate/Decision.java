// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.gate;

import java.util.List;
import org.meent.disclosure.report.Block;
import org.meent.ethics.Waiver;

/** What the gate says of one output. Nothing leaves by it: two people still have to sign. */
public sealed interface Decision {

  /** Id of the output. */
  String output();

  /** What was left out and why; stays inside. */
  List<Finding> changes();

  /** What the checks found, in the order of the checks; stays inside. */
  List<Finding> findings();

  /** The soft findings that two checkers set aside; they travel with what leaves. */
  default List<Waiver> waivers() {
    return List.of();
  }

  /**
   * It may be asked out as it is.
   *
   * @param releasable what may leave
   * @param findings what the checks found, and which did not run
   */
  record Release(Releasable releasable, List<Finding> findings) implements Decision {

    /** Copies the findings. */
    public Release {
      findings = List.copyOf(findings);
    }

    @Override
    public List<Finding> changes() {
      return List.of();
    }

    @Override
    public String output() {
      return releasable.id();
    }

    @Override
    public List<Waiver> waivers() {
      return releasable.waivers();
    }
  }

  /**
   * It may be asked out after what was sensitive in it has been left out.
   *
   * @param releasable what may leave
   * @param changes what was left out and why; stays inside
   * @param findings what the other checks found, and which did not run
   */
  record Protected(Releasable releasable, List<Finding> changes, List<Finding> findings)
      implements Decision {

    /** Copies the lists. */
    public Protected {
      changes = List.copyOf(changes);
      findings = List.copyOf(findings);
    }

    @Override
    public String output() {
      return releasable.id();
    }

    @Override
    public List<Waiver> waivers() {
      return releasable.waivers();
    }
  }

  /**
   * A person has to judge; nothing is releasable until then.
   *
   * @param output id of the output
   * @param content SHA-256 of what would leave, to which a waiver is bound
   * @param table what would leave, for the checkers to judge; stays inside
   * @param changes what was left out of it and why; stays inside
   * @param findings what was found
   */
  record Referral(
      String output,
      String content,
      Block.Table table,
      List<Finding> changes,
      List<Finding> findings)
      implements Decision {

    /** Copies the lists. */
    public Referral {
      changes = List.copyOf(changes);
      findings = List.copyOf(findings);
    }
  }

  /**
   * It must not leave.
   *
   * @param output id of the output
   * @param findings what was found, and what would have been left out
   */
  record Refusal(String output, List<Finding> findings) implements Decision {

    /** Copies the findings. */
    public Refusal {
      findings = List.copyOf(findings);
    }

    @Override
    public List<Finding> changes() {
      return List.of();
    }
  }
}
