// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.bench;

import java.util.List;
import org.meent.disclosure.corpus.Corpus;
import org.meent.disclosure.corpus.Score;
import org.meent.disclosure.rule.RuleSet;

/** The gate against drawn leaks: {@code [SEED [CASES [RULES]]]}. */
public final class CorpusBench {
  private CorpusBench() {}

  /** Runs it. */
  public static void main(String[] args) {
    long seed = args.length > 0 ? Long.parseLong(args[0]) : 1;
    int cases = args.length > 1 ? Integer.parseInt(args[1]) : 60;
    RuleSet rules = RuleSet.named(args.length > 2 ? args[2] : "cbs-ra");
    List<Score> scores = Corpus.score(rules, seed, cases);
    System.out.printf(
        "%-40s %8s %7s %6s %7s %8s %9s %9s %9s%n",
        "plot",
        "leaking",
        "caught",
        "safe",
        "alarms",
        "failing",
        "repaired",
        "withheld",
        "withdrawn");
    scores.forEach(CorpusBench::line);
    line(
        new Score(
            "all",
            scores.stream().mapToInt(Score::leaking).sum(),
            scores.stream().mapToInt(Score::caught).sum(),
            scores.stream().mapToInt(Score::safe).sum(),
            scores.stream().mapToInt(Score::alarms).sum(),
            scores.stream().mapToInt(Score::failing).sum(),
            scores.stream().mapToInt(Score::repaired).sum(),
            scores.stream().mapToInt(Score::withheld).sum(),
            scores.stream().mapToInt(Score::withdrawn).sum(),
            List.of()));
  }

  private static void line(Score score) {
    System.out.printf(
        "%-40s %8d %7d %6d %7d %8d %9d %9d %9d%s%n",
        score.plot(),
        score.leaking(),
        score.caught(),
        score.safe(),
        score.alarms(),
        score.failing(),
        score.repaired(),
        score.withheld(),
        score.withdrawn(),
        score.missed().isEmpty() ? "" : "  missed: cases " + score.missed());
  }
}
