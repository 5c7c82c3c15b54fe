// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.meent.protocols.CohortPlan;
import org.meent.protocols.IndexDates;
import org.meent.protocols.Protocol;
import org.meent.protocols.ScriptPlan;
import org.meent.protocols.Window;

/**
 * The days of which a study needs rows of one source: all windows of the cohort around all possible
 * index dates. A row that holds on none of them is never kept.
 */
final class Periods {
  private record Period(long from, long to) {}

  private final List<Period> periods = new ArrayList<>();

  private Periods() {}

  /** What the cohort, and what is derived for it, asks of a source. */
  static Periods of(Protocol protocol, String source) {
    Periods periods = new Periods();
    CohortPlan cohort = protocol.cohort();
    IndexDates index = cohort.design().index();
    for (ScriptPlan script : protocol.linkage().scripts().values()) {
      if (script.from().contains(source)) {
        periods.periods.add(new Period(Long.MIN_VALUE, index.earliest().toEpochDay()));
      }
    }
    cohort.windows(source).forEach(window -> periods.add(window, index));
    if (index instanceof IndexDates.FirstStart first && first.of().equals(source)) {
      periods.periods.add(
          new Period(first.from().toEpochDay(), first.to().plusDays(1).toEpochDay()));
    }
    return periods;
  }

  private void add(Optional<Window> window, IndexDates index) {
    if (window.isEmpty()) {
      periods.add(new Period(Long.MIN_VALUE, Long.MAX_VALUE));
      return;
    }
    Window asked = window.get();
    long to = asked.end(index.latest()).toEpochDay();
    periods.add(
        new Period(
            asked.start(index.earliest()).map(day -> day.toEpochDay()).orElse(Long.MIN_VALUE),
            asked.isMoment() ? to + 1 : to));
  }

  /** Whether a row that holds from a day until before another is needed. */
  boolean need(long start, long end) {
    for (Period period : periods) {
      if (start < period.to && end > period.from) {
        return true;
      }
    }
    return false;
  }
}
