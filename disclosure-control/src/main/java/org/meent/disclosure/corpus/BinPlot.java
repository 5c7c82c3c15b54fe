// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.corpus;

import java.util.ArrayList;
import java.util.List;
import org.meent.disclosure.output.BinnedFigure;
import org.meent.disclosure.output.BinnedFigure.Bin;
import org.meent.disclosure.output.GroupEvidence;
import org.meent.disclosure.rule.RuleSet;
import org.meent.protocols.run.RandomStream;

/** Histograms: tails of few, and outermost edges that are somebody's value. */
final class BinPlot implements Plot {
  private static final String OUTPUT = "o1";
  private static final double WIDTH = 5_000;

  @Override
  public String name() {
    return "bins: tails and edges";
  }

  @Override
  public Case draw(RandomStream random, RuleSet rules) {
    int bins = 3 + random.nextInt(4);
    boolean tail = random.nextInt(3) == 0;
    boolean exactEdge = random.nextInt(4) == 0;
    Crowd crowd = new Crowd(List.of(Crowd.variable("bin", bins)));
    List<Bin> made = new ArrayList<>();
    double lowest = exactEdge ? 1_000 + random.nextInt(3_000) : 0;
    for (int b = 0; b < bins; b++) {
      int people = tail && b == bins - 1 ? 1 + random.nextInt(9) : 15 + random.nextInt(50);
      for (int n = 0; n < people; n++) {
        crowd.add(List.of(b), false, 0);
      }
      double lower = b == 0 ? lowest : b * WIDTH;
      made.add(new Bin(lower, (b + 1) * WIDTH, GroupEvidence.of(people)));
    }
    CountAttack attack = counts(crowd, made, Case.minimum(rules));
    BinnedFigure figure =
        new BinnedFigure(
            OUTPUT,
            OUTPUT,
            crowd.all(),
            Crowd.MEASURE,
            "income",
            new BinnedFigure.Edges(exactEdge ? 1 : 0, 0),
            made);
    Attack edge = printed -> exactEdge && printed.shows(OUTPUT);
    return new Case(List.of(figure), attack.or(edge));
  }

  private static CountAttack counts(Crowd crowd, List<Bin> bins, long minimum) {
    CountAttack attack = new CountAttack(crowd, minimum);
    attack.reads(Printed.everybody(OUTPUT), person -> true);
    for (int b = 0; b < bins.size(); b++) {
      int at = b;
      List<String> row =
          List.of(String.valueOf(bins.get(b).lower()), String.valueOf(bins.get(b).upper()));
      attack.reads(
          new Printed.Place(OUTPUT, row, "units"), person -> person.codes().getFirst() == at);
    }
    return attack;
  }
}
