// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Two samples of units, made equally deep. */
final class UnitComparison {
  private final KeySample old;
  private final KeySample now;
  private final long shared;

  UnitComparison(KeySample old, KeySample now) {
    int depth = Math.max(old.depth(), now.depth());
    old.deepen(depth);
    now.deepen(depth);
    this.old = old;
    this.now = now;
    this.shared = old.shared(now);
  }

  /** The share of shared units with equal values in two columns; 0 without shared units. */
  double equalShare(int oldColumn, int newColumn) {
    return shared == 0 ? 0 : 1 - (double) old.changed(oldColumn, now, newColumn) / shared;
  }

  /** Whether no unit is gone or new, as far as the samples tell. */
  boolean samePopulation() {
    return old.unitCount() == shared && now.unitCount() == shared;
  }

  /** The units of which a column's values changed, if any. */
  Optional<Change> values(String column, int oldColumn, int newColumn) {
    long changed = old.changed(oldColumn, now, newColumn);
    return changed == 0
        ? Optional.empty()
        : Optional.of(
            Change.of(Change.Kind.VALUES, column)
                .with("changed", count(changed))
                .with("shared", count(shared))
                .with("share", new Change.Figure.Share((double) changed / shared)));
  }

  /** Units gone, new, doubled, and rows without key. */
  List<Change> changes(String key) {
    List<Change> changes = new ArrayList<>();
    long lost = old.unitCount() - shared;
    long added = now.unitCount() - shared;
    if (shared == 0 && lost > 0 && added > 0) {
      changes.add(
          Change.of(Change.Kind.NO_SHARED_UNIT).with("old", count(lost)).with("new", count(added)));
    } else if (lost > 0 || added > 0) {
      changes.add(
          Change.of(Change.Kind.UNITS)
              .with("key", key)
              .with("lost", count(lost))
              .with("added", count(added))
              .with("shared", count(shared)));
    }
    if (old.repeated() != now.repeated()) {
      changes.add(
          Change.of(Change.Kind.REPEATED)
              .with("old", count(old.repeated()))
              .with("new", count(now.repeated())));
    }
    if (old.withoutKey() != now.withoutKey()) {
      changes.add(
          Change.of(Change.Kind.WITHOUT_KEY)
              .with("old", old.withoutKey())
              .with("new", now.withoutKey()));
    }
    return changes;
  }

  private Change.Figure.Count count(long units) {
    return new Change.Figure.Count(units, old.depth() == 0);
  }
}
