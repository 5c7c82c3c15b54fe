// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.drift;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.meent.linkage.drift.Profiler.Profiled;
import org.meent.linkage.register.Register;
import org.meent.protocols.yaml.Nearest;

/** Compares two fingerprints and, where there are units by key, unit by unit. */
final class Comparison {
  /** Two columns with this share of equal units hold the same values under two names. */
  private static final double SAME_VALUES = 0.9;

  private final FileProfile old;
  private final FileProfile now;
  private final Optional<UnitComparison> units;
  private final List<String> key;
  private final List<Change> changes = new ArrayList<>();

  private Comparison(Profiled old, Profiled now, List<String> key) {
    this.old = old.profile();
    this.now = now.profile();
    this.units =
        old.units().isPresent() && now.units().isPresent()
            ? Optional.of(new UnitComparison(old.units().get(), now.units().get()))
            : Optional.empty();
    this.key = key;
  }

  /**
   * What changed, the important first.
   *
   * @param key names of the columns of the key in the old version; empty if there is none
   * @param register the register that both are of, if it is known
   */
  static List<Change> between(
      Profiled old, Profiled now, List<String> key, Optional<Register> register) {
    Comparison comparison = new Comparison(old, now, key);
    ColumnMatch match =
        ColumnMatch.of(
            old.profile().columns().stream().map(ColumnProfile::name).toList(),
            now.profile().columns().stream().map(ColumnProfile::name).toList(),
            register,
            comparison::sameValues);
    comparison.file(match);
    comparison.columns(match);
    comparison.changes.sort(Comparator.comparing(Change::kind));
    return comparison.changes.isEmpty()
        ? List.of(Change.of(Change.Kind.SAME))
        : List.copyOf(comparison.changes);
  }

  private boolean sameValues(int o, int n) {
    ColumnProfile before = old.columns().get(o);
    ColumnProfile after = now.columns().get(n);
    if (before.type() != after.type() || before.distinct() < 2 || after.distinct() < 2) {
      return false;
    }
    return sameContent(before, after) || equalShare(o, n) >= SAME_VALUES;
  }

  /** Whether contents are known, under one salt, to be equal. */
  private static boolean sameContent(ColumnProfile before, ColumnProfile after) {
    return !before.content().isEmpty() && before.content().equals(after.content());
  }

  /** The share of shared units with equal values; 0 without shared units. */
  private double equalShare(int o, int n) {
    return units.map(both -> both.equalShare(o, n)).orElse(0.0);
  }

  private void file(ColumnMatch match) {
    units.ifPresent(both -> changes.addAll(both.changes(String.join(" + ", key))));
    if (old.rows() != now.rows()) {
      changes.add(Change.of(Change.Kind.ROWS).with("old", old.rows()).with("new", now.rows()));
    }
    if (!old.format().equals(now.format())) {
      changes.add(
          Change.of(Change.Kind.FORMAT).with("old", old.format()).with("new", now.format()));
    }
    boolean inOrder = true;
    for (int p = 1; p < match.pairs().size(); p++) {
      inOrder &= match.pairs().get(p - 1).now() < match.pairs().get(p).now();
    }
    if (!inOrder) {
      changes.add(Change.of(Change.Kind.COLUMN_ORDER));
    }
    List<String> lost = new ArrayList<>(old.others());
    lost.removeAll(now.others());
    List<String> added = new ArrayList<>(now.others());
    added.removeAll(old.others());
    if (!lost.isEmpty() || !added.isEmpty()) {
      changes.add(
          Change.of(Change.Kind.OTHER_COLUMNS)
              .with("lost", orNone(lost))
              .with("added", orNone(added)));
    }
  }

  private static List<String> orNone(List<String> names) {
    return names.isEmpty() ? List.of("-") : names;
  }

  private void columns(ColumnMatch match) {
    List<String> added = match.added().stream().map(n -> now.columns().get(n).name()).toList();
    for (int o : match.lost()) {
      String name = old.columns().get(o).name();
      changes.add(
          Nearest.of(name, added)
              .map(near -> Change.of(Change.Kind.COLUMN_LOST_NEAR, name).with("near", near))
              .orElse(Change.of(Change.Kind.COLUMN_LOST, name)));
    }
    added.forEach(name -> changes.add(Change.of(Change.Kind.COLUMN_ADDED, name)));
    List<String> slight = new ArrayList<>();
    for (ColumnMatch.Pair pair : match.pairs()) {
      renamed(pair);
      ColumnProfile before = old.columns().get(pair.old());
      List<Change> found = column(pair);
      changes.addAll(found);
      if (found.isEmpty()
          && samePopulation()
          && !before.content().isEmpty()
          && !sameContent(before, now.columns().get(pair.now()))
          && !key.contains(before.name())) {
        slight.add(before.name());
      }
    }
    if (!slight.isEmpty()) {
      changes.add(Change.of(Change.Kind.CONTENT).with("columns", slight));
    }
  }

  /** Whether values can differ only because units hold others, not because the units do. */
  private boolean samePopulation() {
    return units.map(UnitComparison::samePopulation).orElse(true);
  }

  private void renamed(ColumnMatch.Pair pair) {
    String before = old.columns().get(pair.old()).name();
    String after = now.columns().get(pair.now()).name();
    switch (pair.by()) {
      case NAME -> {}
      case CAPITALS -> changes.add(Change.of(Change.Kind.RENAMED_CASE, before).with("new", after));
      case SPELLING ->
          changes.add(Change.of(Change.Kind.RENAMED_SPELLING, before).with("new", after));
      case VALUES -> {
        boolean all = sameContent(old.columns().get(pair.old()), now.columns().get(pair.now()));
        changes.add(
            Change.of(Change.Kind.RENAMED_VALUES, before)
                .with("new", after)
                .with(
                    "share",
                    new Change.Figure.Share(all ? 1 : equalShare(pair.old(), pair.now()))));
      }
    }
  }

  private List<Change> column(ColumnMatch.Pair pair) {
    ColumnProfile before = old.columns().get(pair.old());
    ColumnProfile after = now.columns().get(pair.now());
    boolean inKey = key.contains(before.name());
    if (before.type() != after.type()) {
      return List.of(
          Change.of(inKey ? Change.Kind.KEY_TYPE : Change.Kind.TYPE, before.name())
              .with("old", before.type().name())
              .with("new", after.type().name()));
    }
    List<Change> found = new ArrayList<>(ColumnChanges.between(before, after, inKey));
    if (!inKey) {
      units
          .flatMap(both -> both.values(before.name(), pair.old(), pair.now()))
          .ifPresent(found::add);
    }
    return found;
  }
}
