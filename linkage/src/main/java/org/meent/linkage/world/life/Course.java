// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.life;

import java.util.ArrayList;
import java.util.List;

/** Where a life stands at the beginning of a month; changed by every step. */
final class Course {
  State state = State.NONE;

  /** First month in this state. */
  int since;

  /** The month in which benefit was last left; far in the past if never. */
  int left = Integer.MIN_VALUE / 2;

  /** Whether the present benefit began within a year after the last. */
  boolean again;

  /** Place of the caseworker in the municipality. */
  int caseworker;

  /** First month with this caseworker. */
  int caseworkerSince;

  /** Whether under the scheme of one fixed caseworker. */
  boolean fixed;

  /** Whether working beside the benefit. */
  boolean partTime;

  /** Number of the latest job; 0 if none yet. */
  int job;

  /** The month of the plan of approach; -1 if not yet. */
  int index = -1;

  final List<Provision> provisions = new ArrayList<>();

  Course copy() {
    Course copy = new Course();
    copy.state = state;
    copy.since = since;
    copy.left = left;
    copy.again = again;
    copy.caseworker = caseworker;
    copy.caseworkerSince = caseworkerSince;
    copy.fixed = fixed;
    copy.partTime = partTime;
    copy.job = job;
    copy.index = index;
    copy.provisions.addAll(provisions);
    return copy;
  }

  /** Enters a state with a month. */
  void enter(State next, int month) {
    if (next != state) {
      if (state == State.BENEFIT) {
        left = month;
        partTime = false;
      }
      if (next == State.BENEFIT) {
        again = month - left < 12;
      }
      if (next == State.WORK) {
        job++;
      }
      state = next;
      since = month;
    }
  }

  /** How much support runs in a month. */
  int running(int month) {
    int count = 0;
    for (Provision provision : provisions) {
      count += provision.runs(month) ? 1 : 0;
    }
    return count;
  }

  /** How often a kind of support was started. */
  int times(Instrument instrument) {
    int count = 0;
    for (Provision provision : provisions) {
      count += provision.instrument() == instrument ? 1 : 0;
    }
    return count;
  }

  boolean hasRunning(Instrument instrument, int month) {
    for (Provision provision : provisions) {
      if (provision.instrument() == instrument && provision.runs(month)) {
        return true;
      }
    }
    return false;
  }

  /** Ends what runs, except what goes on at work. */
  void endSupport(int month, boolean atWork) {
    for (int p = 0; p < provisions.size(); p++) {
      Provision provision = provisions.get(p);
      boolean goesOn =
          atWork
              && (provision.instrument() == Instrument.WAGE_SUBSIDY
                  || provision.instrument() == Instrument.JOB_COACH);
      if (!goesOn) {
        provisions.set(p, provision.endedBy(month));
      }
    }
  }
}
