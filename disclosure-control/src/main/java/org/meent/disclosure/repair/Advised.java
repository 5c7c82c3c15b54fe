// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.repair;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.meent.disclosure.gate.Gate;
import org.meent.disclosure.gate.Judgement;
import org.meent.disclosure.measure.Recipe;
import org.meent.disclosure.output.ModelCard;
import org.meent.disclosure.output.StatisticalOutput;
import org.meent.disclosure.rule.RuleSet;

/**
 * What the gate said of a request, with advice on what it did not let through as it is.
 *
 * @param judgement what the gate said
 * @param repairs repairs by output, the one to try first first; none for an output that passes
 */
public record Advised(Judgement judgement, SortedMap<String, List<Repair>> repairs) {
  /** Copies the repairs. */
  public Advised {
    repairs = Collections.unmodifiableSortedMap(new TreeMap<>(repairs));
  }

  /** Judges a request and looks for repairs that need no records. */
  public static Advised of(Gate gate, RuleSet rules, List<StatisticalOutput> request) {
    return of(gate, rules, request, Map.of());
  }

  /**
   * Judges a request and looks for repairs.
   *
   * @param recipes by output, what it asked of its records, where these are at hand
   */
  public static Advised of(
      Gate gate, RuleSet rules, List<StatisticalOutput> request, Map<String, Recipe> recipes) {
    Judgement judgement = gate.judge(request);
    RepairAdvice advice = RepairAdvice.on(gate, rules, request, recipes, judgement);
    TreeMap<String, List<Repair>> repairs = new TreeMap<>();
    request.forEach(output -> repairs.put(output.id(), advice.of(output.id())));
    return new Advised(judgement, repairs);
  }

  /**
   * The same with model cards, judged by what passed; they are repaired by repairing the others.
   */
  public Advised with(List<ModelCard> cards) {
    Judgement judged = judgement;
    for (ModelCard card : cards) {
      judged = Gate.judge(card, judged);
    }
    return new Advised(judged, repairs);
  }

  /** The repairs of an output. */
  public List<Repair> of(String output) {
    return repairs.getOrDefault(output, List.of());
  }
}
