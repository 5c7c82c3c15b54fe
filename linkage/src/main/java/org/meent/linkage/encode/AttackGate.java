// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.encode;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/**
 * Runs known attacks against a plan: the attacker has the plan, all encodings, and the whole
 * population in clear, but not the key. What our attacks cannot do, better ones may: a rate is a
 * lower bound, and a plan that passes is not proven safe.
 */
public final class AttackGate {
  private static final int PERSONS = 500;
  private static final int POPULATIONS = 2;

  private final EncodingPlan plan;
  private final int persons;

  /** A gate with populations of 500 persons. */
  public AttackGate(EncodingPlan plan) {
    this(plan, PERSONS);
  }

  AttackGate(EncodingPlan plan, int persons) {
    this.plan = plan;
    this.persons = persons;
  }

  /**
   * What an attack came to.
   *
   * @param attack its name
   * @param rate share of the records that were taken for the right person, over all populations
   */
  public record Outcome(String attack, double rate) {}

  /** Runs the attacks, in a fixed order; the same plan gives the same rates. */
  public List<Outcome> run() {
    double[] right = new double[3];
    for (int s = 0; s < POPULATIONS; s++) {
      List<List<String>> population = Population.of(plan, persons, s);
      FileEncoding holder = encoding("holder", s);
      Encoded encoded = Encoded.of(holder, population);
      right[0] +=
          share(
              FrequencyAttack.guess(
                  holder, plan.method() == EncodingPlan.Method.FIELD, population));
      if (plan.method() != EncodingPlan.Method.PSEUDONYM) {
        right[1] += share(PatternAttack.guess(plan, encoded, population));
        right[2] +=
            share(GraphAttack.guess(encoded, Encoded.of(encoding("attacker", s), population)));
      }
    }
    return List.of(
        new Outcome("frequency", right[0] / POPULATIONS),
        new Outcome("pattern-mining", right[1] / POPULATIONS),
        new Outcome("graph-matching", right[2] / POPULATIONS));
  }

  /**
   * Refuses a plan under which an attack re-identifies more records than its limit.
   *
   * @throws org.meent.protocols.refusal.RefusalException if so
   */
  public void check(List<Outcome> outcomes, String file) {
    for (Outcome outcome : outcomes) {
      if (outcome.rate() > plan.limit()) {
        throw Refusal.refused(
                "linkage.encode.attack",
                Where.file(file),
                percent(plan.limit()),
                percent(outcome.rate()),
                outcome.attack())
            .asException();
      }
    }
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  private FileEncoding encoding(String whose, int seed) {
    byte[] bytes =
        String.format(Locale.ROOT, "%-28s%04d", whose, seed).getBytes(StandardCharsets.US_ASCII);
    return new FileEncoding(plan, EncodingKey.of(bytes));
  }

  private static double share(int[] guesses) {
    long right = IntStream.range(0, guesses.length).filter(r -> guesses[r] == r).count();
    return (double) right / guesses.length;
  }
}
