// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What changed in one column of one type: codes, labels, missing values, moments. */
final class ColumnChanges {
  /** Shares of missing values that differ by less are not named. */
  private static final double MISSING = 0.005;

  /** Shares of a code among all values that differ by less are not named. */
  private static final double CODE_SHARE = 0.02;

  /** Means that differ by less than this part of the larger deviation are not named. */
  private static final double MEAN = 0.02;

  /** Deviations that differ by less than this part of the larger are not named. */
  private static final double DEVIATION = 0.05;

  private ColumnChanges() {}

  static List<Change> between(ColumnProfile old, ColumnProfile now, boolean inKey) {
    List<Change> changes = new ArrayList<>();
    boolean coded = old.codes().isPresent() && now.codes().isPresent();
    if (coded) {
      codes(old.name(), old.codes().orElseThrow(), now.codes().orElseThrow(), changes);
      share(old, now).ifPresent(changes::add);
    }
    if (Math.abs(old.missingShare() - now.missingShare()) >= MISSING) {
      changes.add(
          Change.of(Change.Kind.MISSING, old.name())
              .with("old", new Change.Figure.Share(old.missingShare()))
              .with("new", new Change.Figure.Share(now.missingShare())));
    }
    if (!inKey && !coded && moved(old.moments(), now.moments())) {
      Moments before = old.moments().orElseThrow();
      Moments after = now.moments().orElseThrow();
      changes.add(
          Change.of(Change.Kind.MOMENTS, old.name())
              .with("old", new Change.Figure.Number(before.mean()))
              .with("olddeviation", new Change.Figure.Number(before.deviation()))
              .with("new", new Change.Figure.Number(after.mean()))
              .with("newdeviation", new Change.Figure.Number(after.deviation())));
    }
    return changes;
  }

  private static void codes(String column, CodeList old, CodeList now, List<Change> changes) {
    List<Change.CodeCount> gone = new ArrayList<>();
    List<Change.CodeCount> rare = new ArrayList<>();
    for (CodeList.Shown code : old.shown()) {
      Optional<CodeList.Shown> after = now.find(code.code());
      long rows = after.map(CodeList.Shown::count).orElse(0L);
      if (code.count() > 0 && rows == 0) {
        boolean certain = after.isPresent() || now.rareCodes() == 0;
        (certain ? gone : rare).add(count(code));
      }
      if (after.isPresent()) {
        label(column, code, after.get()).ifPresent(changes::add);
      }
    }
    List<Change.CodeCount> fresh = new ArrayList<>();
    List<Change.CodeCount> grown = new ArrayList<>();
    for (CodeList.Shown code : now.shown()) {
      Optional<CodeList.Shown> before = old.find(code.code());
      if (code.count() > 0 && before.map(CodeList.Shown::count).orElse(0L) == 0) {
        boolean certain = before.isPresent() || old.rareCodes() == 0;
        (certain ? fresh : grown).add(count(code));
      }
    }
    capitals(column, List.of(gone, rare), List.of(fresh, grown), changes);
    add(Change.Kind.CODES_GONE, column, gone, changes);
    add(Change.Kind.CODES_RARE, column, rare, changes);
    add(Change.Kind.CODES_NEW, column, fresh, changes);
    add(Change.Kind.CODES_GROWN, column, grown, changes);
  }

  /** Takes out the codes that are only written in other capitals, and says so. */
  private static void capitals(
      String column,
      List<List<Change.CodeCount>> before,
      List<List<Change.CodeCount>> after,
      List<Change> changes) {
    List<String> pairs = new ArrayList<>();
    for (List<Change.CodeCount> gone : before) {
      for (Change.CodeCount code : List.copyOf(gone)) {
        for (List<Change.CodeCount> fresh : after) {
          if (fresh.removeIf(one -> one.code().equalsIgnoreCase(code.code()))) {
            gone.remove(code);
            pairs.add(code.code());
          }
        }
      }
    }
    if (!pairs.isEmpty()) {
      changes.add(Change.of(Change.Kind.CODES_CAPITALS, column).with("codes", pairs));
    }
  }

  /** The code in both versions whose share of the values moved most, if it moved enough. */
  private static Optional<Change> share(ColumnProfile old, ColumnProfile now) {
    Optional<Change> most = Optional.empty();
    double largest = CODE_SHARE;
    for (CodeList.Shown code : old.codes().orElseThrow().shown()) {
      long after =
          now.codes().orElseThrow().find(code.code()).map(CodeList.Shown::count).orElse(0L);
      if (code.count() == 0 || after == 0) {
        continue;
      }
      double before = (double) code.count() / old.written();
      double share = (double) after / now.written();
      if (Math.abs(before - share) >= largest) {
        largest = Math.abs(before - share);
        most =
            Optional.of(
                Change.of(Change.Kind.CODE_SHARE, old.name())
                    .with("code", code.code())
                    .with("old", new Change.Figure.Share(before))
                    .with("new", new Change.Figure.Share(share)));
      }
    }
    return most;
  }

  /** A code that had a label and has another; a label that came or went is no other meaning. */
  private static Optional<Change> label(String column, CodeList.Shown old, CodeList.Shown now) {
    return old.label().isEmpty() || now.label().isEmpty() || old.label().equals(now.label())
        ? Optional.empty()
        : Optional.of(
            Change.of(Change.Kind.LABEL, column)
                .with("code", old.code())
                .with("old", old.label())
                .with("new", now.label()));
  }

  private static void add(
      Change.Kind kind, String column, List<Change.CodeCount> codes, List<Change> changes) {
    if (!codes.isEmpty()) {
      changes.add(Change.of(kind, column).with("codes", new Change.Figure.Codes(codes)));
    }
  }

  private static Change.CodeCount count(CodeList.Shown code) {
    return new Change.CodeCount(code.code(), code.label(), code.count());
  }

  private static boolean moved(Optional<Moments> old, Optional<Moments> now) {
    if (old.isEmpty() || now.isEmpty()) {
      return false;
    }
    double before = old.get().deviation().doubleValue();
    double after = now.get().deviation().doubleValue();
    double larger = Math.max(before, after);
    double shift = Math.abs(old.get().mean().subtract(now.get().mean()).doubleValue());
    return shift > MEAN * larger || Math.abs(before - after) > DEVIATION * larger;
  }
}
