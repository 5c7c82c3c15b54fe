// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.meent.disclosure.output.FlowOutput;
import org.meent.disclosure.output.FlowTrack;
import org.meent.disclosure.output.Population;
import org.meent.disclosure.rule.RuleSet;
import org.meent.protocols.run.RandomStream;

/** Records lost by step and reason, few or many, with the balance of each step. */
final class FlowPlot implements Plot {
  private static final String OUTPUT = "o1";
  private static final List<String> REASONS = List.of("no key", "not registered");

  @Override
  public String name() {
    return "flow: few lost";
  }

  /** The losses of each step are the kinds of people; those who are left are the last kind. */
  @Override
  public Case draw(RandomStream random, RuleSet rules) {
    boolean careless = random.nextInt(2) == 0;
    int steps = 1 + random.nextInt(3);
    int kinds = steps * REASONS.size() + 1;
    Crowd crowd = new Crowd(List.of(Crowd.variable("fate", kinds)));
    for (int k = 0; k < kinds; k++) {
      boolean few = careless && random.nextInt(3) == 0;
      int people = k == kinds - 1 ? 200 : few ? 1 + random.nextInt(9) : 14 + random.nextInt(40);
      for (int n = 0; n < people; n++) {
        crowd.add(List.of(k), false, 0);
      }
    }
    CountAttack attack = new CountAttack(crowd, Case.minimum(rules));
    List<FlowTrack.Step> made = new ArrayList<>();
    for (int s = 0; s < steps; s++) {
      made.add(step(crowd, attack, s));
    }
    Population left = new Population("left", "left", made.getLast().out());
    FlowTrack track = new FlowTrack("persons", "", "left", made);
    return new Case(
        List.of(FlowOutput.of(OUTPUT, OUTPUT, left, "records", List.of(track))), attack);
  }

  private static FlowTrack.Step step(Crowd crowd, CountAttack attack, int step) {
    int from = step * REASONS.size();
    TreeMap<String, Long> lost = new TreeMap<>();
    long in = crowd.count(person -> person.codes().getFirst() >= from);
    reads(attack, step, "in", "", from, Integer.MAX_VALUE);
    for (int r = 0; r < REASONS.size(); r++) {
      int kind = from + r;
      lost.put(REASONS.get(r), crowd.count(person -> person.codes().getFirst() == kind));
      reads(attack, step, "lost", REASONS.get(r), kind, kind + 1);
    }
    int to = from + REASONS.size();
    reads(attack, step, "out", "", to, Integer.MAX_VALUE);
    long out = crowd.count(person -> person.codes().getFirst() >= to);
    return new FlowTrack.Step("step " + step, in, lost, new TreeMap<>(), out);
  }

  private static void reads(
      CountAttack attack, int step, String part, String reason, int from, int to) {
    attack.reads(
        new Printed.Place(
            OUTPUT,
            List.of("persons", String.valueOf(step + 1), "step " + step, part, reason),
            "records"),
        person -> person.codes().getFirst() >= from && person.codes().getFirst() < to);
  }
}
