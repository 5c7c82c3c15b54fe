// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.gate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeSet;
import org.meent.disclosure.output.Estimate;
import org.meent.disclosure.output.EstimateTable;
import org.meent.disclosure.output.FitEvidence;
import org.meent.disclosure.output.StatisticalOutput;
import org.meent.disclosure.rule.RuleSet;

/**
 * Which estimates are left out, and why. The average effect of everybody is the average of the
 * groups' effects weighted by their units, so one group hidden alone comes back by subtraction:
 * groups are hidden until at least two unknowns stay in that relation.
 */
final class EstimateRows {
  /** Why a row's figures are left out. */
  enum Reason {
    /** Fewer units than the minimum in an arm, or a count that had to be left out. */
    UNITS,
    /** Too few residual degrees of freedom. */
    DEGREES_OF_FREEDOM,
    /** A category or leaf of one unit. */
    ONE_RECORD,
    /** A table in other words, with a cell below the minimum. */
    SATURATED,
    /** A mean that the estimate would give back is left out. */
    MEAN,
    /** Otherwise a hidden group would come back from the others. */
    GROUPS
  }

  /** A row of a table. */
  private record Place(EstimateTable table, int row) {
    Estimate estimate() {
      return table.rows().get(row);
    }
  }

  /** What rows must share to be the groups of one whole. */
  private record Whole(
      String population,
      String outcome,
      String method,
      String estimand,
      String arm,
      String reference) {}

  private final RuleSet rules;
  private final SensitiveCells sensitive;
  private final Protection protection;
  private final Map<Place, Reason> hidden = new LinkedHashMap<>();

  private EstimateRows(RuleSet rules, SensitiveCells sensitive, Protection protection) {
    this.rules = rules;
    this.sensitive = sensitive;
    this.protection = protection;
  }

  /** Judges every row of a request. */
  static EstimateRows of(
      List<StatisticalOutput> outputs,
      RuleSet rules,
      SensitiveCells sensitive,
      Protection protection) {
    EstimateRows rows = new EstimateRows(rules, sensitive, protection);
    SequencedMap<Whole, SequencedMap<SortedMap<String, String>, List<Place>>> wholes =
        new LinkedHashMap<>();
    for (StatisticalOutput output : outputs) {
      if (output instanceof EstimateTable table) {
        for (int i = 0; i < table.rows().size(); i++) {
          Place place = new Place(table, i);
          rows.reason(place).ifPresent(reason -> rows.hidden.put(place, reason));
          wholes
              .computeIfAbsent(whole(place), w -> new LinkedHashMap<>())
              .computeIfAbsent(place.estimate().group(), g -> new ArrayList<>())
              .add(place);
        }
      }
    }
    for (SequencedMap<SortedMap<String, String>, List<Place>> groups : wholes.values()) {
      rows.hideTogether(groups);
      rows.link(groups);
    }
    return rows;
  }

  /** Why a row is left out, if it is. */
  Optional<Reason> hidden(EstimateTable table, int row) {
    return Optional.ofNullable(hidden.get(new Place(table, row)));
  }

  private static Whole whole(Place place) {
    Estimate row = place.estimate();
    return new Whole(
        place.table().population().id(),
        place.table().outcomeLabel(),
        row.method(),
        row.estimand(),
        row.arm(),
        row.reference());
  }

  private Optional<Reason> reason(Place place) {
    FitEvidence evidence = place.estimate().evidence();
    CellKey treated = RequestCells.treated(place.table(), place.estimate());
    CellKey controls = RequestCells.controls(place.table(), place.estimate());
    boolean empty = evidence.treated() == 0 || evidence.controls() == 0;
    if (empty || protection.hidesCount(treated) || protection.hidesCount(controls)) {
      return Optional.of(Reason.UNITS);
    }
    boolean few =
        rules
            .find(RuleSet.DEGREES_OF_FREEDOM)
            .filter(limit -> evidence.residualDegreesOfFreedom() < limit.whole())
            .isPresent();
    if (few) {
      return Optional.of(Reason.DEGREES_OF_FREEDOM);
    }
    if (evidence.smallestCategory() == 1) {
      return Optional.of(Reason.ONE_RECORD);
    }
    if (evidence.saturation() == FitEvidence.Saturation.SATURATED
        && evidence.smallestCategory() < sensitive.minimum()) {
      return Optional.of(Reason.SATURATED);
    }
    return meanHidden(place, treated) || meanHidden(place, controls)
        ? Optional.of(Reason.MEAN)
        : Optional.empty();
  }

  private boolean meanHidden(Place place, CellKey units) {
    String measure = place.estimate().evidence().meanOf();
    CellKey sum = units.in(CellKey.sum(measure, place.table().population().id()));
    return !measure.isEmpty() && protection.hidesMean(measure, sum, units);
  }

  /** The same estimate in two tables is hidden in both. */
  private void hideTogether(SequencedMap<SortedMap<String, String>, List<Place>> groups) {
    for (List<Place> same : groups.values()) {
      same.stream()
          .filter(hidden::containsKey)
          .findFirst()
          .map(hidden::get)
          .ifPresent(reason -> same.forEach(place -> hidden.putIfAbsent(place, reason)));
    }
  }

  private void link(SequencedMap<SortedMap<String, String>, List<Place>> groups) {
    TreeSet<String> variables = new TreeSet<>();
    groups.keySet().stream().filter(g -> g.size() == 1).forEach(g -> variables.add(g.firstKey()));
    boolean changed = true;
    while (changed) {
      changed = false;
      for (String variable : variables) {
        List<List<Place>> members =
            groups.entrySet().stream()
                .filter(
                    e ->
                        e.getKey().isEmpty()
                            || e.getKey().keySet().equals(java.util.Set.of(variable)))
                .map(Map.Entry::getValue)
                .toList();
        changed |= linkOne(members);
      }
    }
  }

  /** Hides the smallest shown member while what is hidden could come back; true if it did. */
  private boolean linkOne(List<List<Place>> members) {
    List<List<Place>> shown = new ArrayList<>();
    List<List<Place>> unknown = new ArrayList<>();
    boolean sensitiveOne = false;
    for (List<Place> member : members) {
      boolean hiddenOne = hidden.containsKey(member.getFirst());
      sensitiveOne |= hiddenOne;
      (hiddenOne || refused(member) ? unknown : shown).add(member);
    }
    if (!sensitiveOne || shown.isEmpty() || enough(unknown)) {
      return false;
    }
    List<Place> smallest = shown.stream().min(Comparator.comparingLong(EstimateRows::units)).get();
    smallest.forEach(place -> hidden.put(place, Reason.GROUPS));
    return true;
  }

  /** Two unknowns or more, whose groups together have enough units in each arm. */
  private boolean enough(List<List<Place>> unknown) {
    long treated = 0;
    long controls = 0;
    for (List<Place> member : unknown) {
      treated += member.getFirst().estimate().evidence().treated();
      controls += member.getFirst().estimate().evidence().controls();
    }
    return unknown.size() >= 2 && treated >= sensitive.minimum() && controls >= sensitive.minimum();
  }

  private static boolean refused(List<Place> member) {
    return member.getFirst().estimate().result() instanceof Estimate.Refused;
  }

  private static long units(List<Place> member) {
    FitEvidence evidence = member.getFirst().estimate().evidence();
    return evidence.treated() + evidence.controls();
  }
}
