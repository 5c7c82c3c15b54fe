// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.repair;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.meent.disclosure.gate.Decision;
import org.meent.disclosure.gate.Gate;
import org.meent.disclosure.gate.Judgement;
import org.meent.disclosure.measure.Recipe;
import org.meent.disclosure.output.BinnedFigure;
import org.meent.disclosure.output.EstimateTable;
import org.meent.disclosure.output.StatisticalOutput;
import org.meent.disclosure.output.SurvivalTable;
import org.meent.disclosure.report.Block;
import org.meent.disclosure.rule.RuleSet;
import org.meent.protocols.refusal.RefusalException;

/**
 * Looks for the smallest changes with which the gate lets the outputs of a request through, judged
 * together with all the others of the request. Nothing is advised that the gate was not asked
 * about; where several ways exist, leaving figures out comes first, then merging codes, and
 * withdrawing an output only where nothing else helps.
 */
final class RepairAdvice {
  private static final int ASKS = 12;
  private static final int REMADE_ASKS = 24;

  private final Gate gate;
  private final long minimum;
  private final List<StatisticalOutput> request;
  private final Map<String, Recipe> recipes;
  private final Judgement judgement;

  private RepairAdvice(
      Gate gate,
      long minimum,
      List<StatisticalOutput> request,
      Map<String, Recipe> recipes,
      Judgement judgement) {
    this.gate = gate;
    this.minimum = minimum;
    this.request = List.copyOf(request);
    this.recipes = Map.copyOf(recipes);
    this.judgement = judgement;
  }

  /**
   * Advice on a request.
   *
   * @param gate the gate that judged it
   * @param rules its rules
   * @param request the outputs, as they were judged
   * @param recipes by output, what it asked of its records, where these are at hand
   * @param judgement what the gate said
   */
  static RepairAdvice on(
      Gate gate,
      RuleSet rules,
      List<StatisticalOutput> request,
      Map<String, Recipe> recipes,
      Judgement judgement) {
    return new RepairAdvice(
        gate, rules.limit(RuleSet.MINIMUM_UNITS).whole(), request, recipes, judgement);
  }

  /** Repairs of an output, the one to try first first; none for an output that passes. */
  List<Repair> of(String output) {
    StatisticalOutput asked =
        request.stream().filter(o -> o.id().equals(output)).findFirst().orElseThrow();
    Decision decision = decision(judgement, output);
    if (decision instanceof Decision.Release) {
      return List.of();
    }
    List<Repair> repairs = new ArrayList<>();
    if (decision instanceof Decision.Protected changed) {
      protectedAs(asked, changed).ifPresent(repairs::add);
    }
    TableView.of(asked).flatMap(view -> merge(asked, view)).ifPresent(repairs::add);
    remade(asked).ifPresent(repairs::add);
    if (repairs.isEmpty()) {
      fewerRows(asked).ifPresent(repairs::add);
    }
    if (repairs.isEmpty()) {
      remadeInPart(asked).ifPresent(repairs::add);
    }
    if (repairs.isEmpty()) {
      coarser(asked).ifPresent(repairs::add);
    }
    if (repairs.isEmpty()
        && decision instanceof Decision.Referral referral
        && !referral.changes().isEmpty()) {
      leftOut(asked, referral.table(), Change.Then.REVIEWED).ifPresent(repairs::add);
    }
    if (repairs.isEmpty()) {
      withdraw(asked).ifPresent(repairs::add);
    }
    return repairs;
  }

  /** What the gate itself makes of it: figures left out, steps of a curve merged. */
  private static Optional<Repair> protectedAs(StatisticalOutput asked, Decision.Protected changed) {
    Block.Table rest = changed.releasable().table();
    Optional<Repair> out = leftOut(asked, rest, Change.Then.PASSES);
    if (out.isEmpty() || !(asked instanceof SurvivalTable table)) {
      return out;
    }
    List<String> times = rest.rows().stream().map(row -> row.get(1)).distinct().toList();
    int before = table.curves().getFirst().steps().size();
    if (times.size() == before) {
      return out;
    }
    List<Change> changes = new ArrayList<>(List.of(new Change.Steps(times)));
    out.get().changes().stream()
        .filter(change -> change instanceof Change.LeaveOut some && !some.figures().isEmpty())
        .forEach(changes::add);
    long fewer = (long) (before - times.size()) * table.curves().size();
    return Optional.of(
        new Repair(
            asked.id(),
            changes,
            new Loss(out.get().loss().figures() + fewer, asked.population().units(), 1)));
  }

  /** The same asked of coarser records, where these are at hand. */
  private Optional<Repair> remade(StatisticalOutput output) {
    return remade(
        output,
        other ->
            passes(output.id(), replaced(output, other))
                ? Optional.of(List.of())
                : Optional.empty());
  }

  /** The same, with some of its rows left out. */
  private Optional<Repair> remadeInPart(StatisticalOutput output) {
    return remade(
        output,
        other ->
            RowChoice.of(other, kept -> passes(output.id(), replaced(output, kept)))
                .map(choice -> List.of(dropped(other, choice))));
  }

  private Optional<Repair> remade(StatisticalOutput output, RemadeSearch.Accepted accepted) {
    Recipe recipe = recipes.get(output.id());
    return recipe == null
        ? Optional.empty()
        : new RemadeSearch(recipe, Math.toIntExact(minimum), REMADE_ASKS, accepted).first(output);
  }

  private static Change dropped(StatisticalOutput output, RowChoice.Choice choice) {
    return new Change.LeaveOut(
        choice.dropped().stream().map(Rows.names(output)::get).toList(), Change.Then.PASSES);
  }

  /** A coarser output that follows from the counts of this one. */
  private Optional<Repair> coarser(StatisticalOutput output) {
    for (Coarser.Made made : Coarser.of(output)) {
      if (passes(output.id(), replaced(output, made.output()))) {
        return Optional.of(repair(output, List.of(made.change()), made.units()));
      }
    }
    if (output instanceof BinnedFigure figure) {
      BinnedFigure open = (BinnedFigure) Coarser.open(figure).output();
      return merge(output, open, TableView.of(open).orElseThrow());
    }
    return Optional.empty();
  }

  private static Repair repair(StatisticalOutput output, List<Change> changes, long units) {
    long all = output.population().units();
    return new Repair(
        output.id(),
        changes,
        new Loss(Rows.of(output), units, all == 0 ? 0 : (double) units / all));
  }

  /** Bins merged and the outermost ones left open. */
  private Optional<Repair> merge(StatisticalOutput output, BinnedFigure open, TableView view) {
    MergeSearch search = new MergeSearch(open, view, minimum, fixed());
    return search
        .first(
            recodings -> {
              StatisticalOutput merged = open;
              for (Recoding recoding : recodings) {
                merged = recoding.of(merged);
              }
              return passes(output.id(), replaced(output, merged));
            },
            ASKS)
        .map(
            state -> {
              List<Change> changes = new ArrayList<>();
              changes.add(new Change.OpenEdges(open.variable()));
              changes.addAll(merges(view.rows().variable(), state.rows()));
              return new Repair(output.id(), changes, search.loss(state));
            });
  }

  /** What the gate left out; no repair where nothing but zeros is left in the output. */
  private static Optional<Repair> leftOut(
      StatisticalOutput asked, Block.Table rest, Change.Then then) {
    return LeftOut.leavesSomething(rest)
        ? Optional.of(LeftOut.of(asked, rest, then))
        : Optional.empty();
  }

  private Optional<Repair> fewerRows(StatisticalOutput output) {
    return RowChoice.of(output, kept -> passes(output.id(), replaced(output, kept)))
        .map(
            choice ->
                new Repair(
                    output.id(),
                    List.of(dropped(output, choice)),
                    new Loss(choice.dropped().size(), 0, 0)));
  }

  private List<StatisticalOutput> replaced(StatisticalOutput output, StatisticalOutput by) {
    return request.stream().map(other -> other.equals(output) ? by : other).toList();
  }

  private Optional<Repair> merge(StatisticalOutput output, TableView view) {
    MergeSearch search = new MergeSearch(output, view, minimum, fixed());
    return search
        .first(recodings -> passes(output.id(), recoded(recodings)), ASKS)
        .map(
            state -> {
              List<Change> changes = new ArrayList<>();
              changes.addAll(merges(view.rows().variable(), state.rows()));
              changes.addAll(merges(view.columns().variable(), state.columns()));
              return new Repair(output.id(), changes, search.loss(state));
            });
  }

  private static List<Change.Merge> merges(String variable, List<List<String>> blocks) {
    return blocks.stream()
        .filter(block -> block.size() > 1)
        .map(block -> new Change.Merge(variable, block, Recoding.joined(block)))
        .toList();
  }

  private List<StatisticalOutput> recoded(List<Recoding> recodings) {
    List<StatisticalOutput> recoded = new ArrayList<>();
    for (StatisticalOutput output : request) {
      StatisticalOutput merged = output;
      for (Recoding recoding : recodings) {
        merged = recoding.of(merged);
      }
      recoded.add(merged);
    }
    return recoded;
  }

  /** Variables whose codes name the rows of outputs that cannot be recoded. */
  private Set<String> fixed() {
    Set<String> fixed = new HashSet<>();
    for (StatisticalOutput output : request) {
      if (output instanceof EstimateTable table) {
        fixed.add(table.armVariable());
        table.rows().forEach(row -> fixed.addAll(row.group().keySet()));
      }
    }
    return fixed;
  }

  private Optional<Repair> withdraw(StatisticalOutput output) {
    List<StatisticalOutput> rest = new ArrayList<>(request);
    rest.remove(output);
    if (!rest.isEmpty() && worse(gate.judge(rest))) {
      return Optional.empty();
    }
    Loss loss =
        TableView.of(output)
            .map(view -> view.loss(view.figures(), (i, j) -> true))
            .orElse(new Loss(0, output.population().units(), 1));
    return Optional.of(new Repair(output.id(), List.of(new Change.Withdraw()), loss));
  }

  /** Whether the gate releases an output as it is and holds back no more of the others. */
  private boolean passes(String output, List<StatisticalOutput> changed) {
    try {
      Judgement now = gate.judge(changed);
      return decision(now, output) instanceof Decision.Release && !worse(now);
    } catch (RefusalException contradiction) {
      return false;
    }
  }

  private boolean worse(Judgement now) {
    return now.decisions().stream()
        .anyMatch(after -> rank(after) > rank(decision(judgement, after.output())));
  }

  private static int rank(Decision decision) {
    return switch (decision) {
      case Decision.Release release -> 0;
      case Decision.Protected changed -> 1;
      case Decision.Referral referral -> 2;
      case Decision.Refusal refusal -> 3;
    };
  }

  private static Decision decision(Judgement judgement, String output) {
    return judgement.decisions().stream()
        .filter(decision -> decision.output().equals(output))
        .findFirst()
        .orElseThrow();
  }
}
