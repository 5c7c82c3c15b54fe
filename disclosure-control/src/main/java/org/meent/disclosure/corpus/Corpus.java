// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.corpus;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.meent.disclosure.gate.Decision;
import org.meent.disclosure.gate.Gate;
import org.meent.disclosure.gate.Judgement;
import org.meent.disclosure.repair.Advised;
import org.meent.disclosure.repair.Change;
import org.meent.disclosure.repair.Repair;
import org.meent.disclosure.rule.Limit;
import org.meent.disclosure.rule.RuleSet;
import org.meent.protocols.run.RandomStream;

/**
 * Scores a rule set against drawn leaks. The same seed gives the same cases; the seed of an
 * examination is best one that nobody had when the gate was written.
 */
public final class Corpus {
  private final RuleSet rules;
  private final Gate open;
  private final Gate gate;

  private Corpus(RuleSet rules) {
    this.rules = rules;
    gate = Gate.under(rules);
    open = Gate.under(open(rules));
  }

  /**
   * Draws cases and scores them.
   *
   * @param seed where the cases come from
   * @param cases how many of each plot
   * @return one score per plot, in their order
   */
  public static List<Score> score(RuleSet rules, long seed, int cases) {
    Corpus corpus = new Corpus(rules);
    return Plot.ALL.stream().map(plot -> corpus.score(plot, seed, cases)).toList();
  }

  /** The rules under which everything is shown: what somebody would print without a gate. */
  private static RuleSet open(RuleSet rules) {
    SortedMap<String, Limit> limits = new TreeMap<>();
    for (String id :
        List.of(
            RuleSet.MINIMUM_UNITS,
            RuleSet.FIGURE_DECIMALS,
            RuleSet.FIGURE_SIGNIFICANT,
            RuleSet.SUM_PROTECTION)) {
      limits.put(id, rules.limit(id));
    }
    limits.put(
        RuleSet.MINIMUM_UNITS, withValue(rules.limit(RuleSet.MINIMUM_UNITS), BigDecimal.ONE));
    return new RuleSet("open", 1, "open", "open", limits);
  }

  /** The same limit with another number. */
  static Limit withValue(Limit limit, BigDecimal value) {
    return new Limit(
        limit.id(),
        value,
        limit.unit(),
        limit.verdict(),
        limit.meaningEn(),
        limit.meaningNl(),
        limit.source(),
        limit.verification(),
        limit.by(),
        limit.ruleSet());
  }

  private Score score(Plot plot, long seed, int cases) {
    int[] counts = new int[8];
    List<Integer> missed = new ArrayList<>();
    for (int i = 0; i < cases; i++) {
      Case drawn = plot.draw(RandomStream.of(seed, plot.name(), i), rules);
      boolean leaks =
          drawn
              .attack()
              .succeeds(Printed.of(open.judge(drawn.request()).releasables(), drawn.careless()));
      Advised advised = Advised.of(gate, rules, drawn.request(), drawn.recipes());
      Judgement judgement = advised.judgement();
      boolean released =
          judgement.decisions().stream().allMatch(d -> d instanceof Decision.Release);
      boolean rest = drawn.attack().succeeds(Printed.of(judgement.releasables()));
      counts[leaks ? 0 : 2]++;
      if (leaks && !released && !rest) {
        counts[1]++;
      } else if (rest) {
        missed.add(i);
      } else if (!leaks && !released) {
        counts[3]++;
      }
      repair(advised, counts);
    }
    return new Score(
        plot.name(),
        counts[0],
        counts[1],
        counts[2],
        counts[3],
        counts[4],
        counts[5],
        counts[6],
        counts[7],
        missed);
  }

  private static void repair(Advised advised, int[] counts) {
    List<Decision> decisions = advised.judgement().decisions();
    for (Decision decision : decisions) {
      if (!(decision instanceof Decision.Release)) {
        counts[4]++;
        List<Repair> repairs = advised.of(decision.output());
        boolean found =
            repairs.stream().anyMatch(repair -> repair.changes().stream().allMatch(Corpus::passes));
        boolean others =
            decisions.stream()
                .anyMatch(
                    other ->
                        !other.output().equals(decision.output())
                            && !(other instanceof Decision.Refusal));
        if (!repairs.isEmpty()) {
          counts[found ? 5 : others ? 6 : 7]++;
        }
      }
    }
  }

  private static boolean passes(Change change) {
    return switch (change) {
      case Change.Merge merge -> true;
      case Change.LeaveOut out -> out.then() == Change.Then.PASSES;
      case Change.Again again -> true;
      case Change.TopCode top -> true;
      case Change.Round round -> true;
      case Change.OpenEdges open -> true;
      case Change.Steps steps -> true;
      case Change.Instead instead -> true;
      case Change.Withdraw withdraw -> false;
    };
  }
}
