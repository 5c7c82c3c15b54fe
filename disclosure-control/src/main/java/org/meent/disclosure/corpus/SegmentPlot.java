// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.meent.disclosure.output.Dimension;
import org.meent.disclosure.output.GroupEvidence;
import org.meent.disclosure.output.SegmentTable;
import org.meent.disclosure.output.SegmentTable.Segment;
import org.meent.disclosure.rule.RuleSet;
import org.meent.protocols.run.RandomStream;

/** Leaves of a policy tree with the people of each arm in them, few or many. */
final class SegmentPlot implements Plot {
  private static final String OUTPUT = "o1";
  private static final List<String> ARMS = List.of("none", "work");

  @Override
  public String name() {
    return "segments: small leaves";
  }

  @Override
  public Case draw(RandomStream random, RuleSet rules) {
    Dimension leaf = Crowd.variable("leaf", 2 + random.nextInt(5));
    double few = random.nextInt(2) * 0.15;
    Crowd crowd = Crowd.drawn(random, leaf, new Dimension("arm", "arm", ARMS), few);
    CountAttack attack = new CountAttack(crowd, Case.minimum(rules));
    attack.reads(Printed.everybody(OUTPUT), person -> true);
    List<Segment> segments = new ArrayList<>();
    for (int i = 0; i < leaf.categories().size(); i++) {
      int at = i;
      String code = leaf.categories().get(i);
      List<String> row = List.of(code, "leaf " + i);
      attack.reads(
          new Printed.Place(OUTPUT, row, "units"), person -> person.codes().getFirst() == at);
      TreeMap<String, Long> arms = new TreeMap<>();
      for (int a = 0; a < ARMS.size(); a++) {
        int arm = a;
        arms.put(
            ARMS.get(a), crowd.count(p -> p.codes().getFirst() == at && p.codes().get(1) == arm));
        attack.reads(
            new Printed.Place(OUTPUT, row, "units_" + ARMS.get(a)),
            p -> p.codes().getFirst() == at && p.codes().get(1) == arm);
      }
      long units = arms.values().stream().mapToLong(Long::longValue).sum();
      segments.add(new Segment(code, "leaf " + i, new GroupEvidence(units, arms, List.of())));
    }
    SegmentTable table =
        new SegmentTable(
            OUTPUT, OUTPUT, crowd.all(), SegmentTable.Found.POLICY_TREE, "leaf", "arm", segments);
    return new Case(List.of(table), attack);
  }
}
