// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.study;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.meent.disclosure.output.Estimate;

/**
 * What a planned rule came to: evidence about groups, never an instruction for a person. Nothing in
 * it speaks of one.
 *
 * @param persons persons who count
 * @param values gains, overall and by protected group, and what stood in the way; the effect's name
 *     is that of the policy
 * @param leaves the ends of the rule
 * @param tests what was tested of it
 */
public record PolicyFinding(
    long persons, EffectResult values, List<Leaf> leaves, List<FindingLine> tests) {
  /** The estimand of the gain over what happens today. */
  public static final String TODAY = "gain-over-today";

  /** The estimand of the gain over what people wanted. */
  public static final String PREFERENCE = "gain-over-preference";

  /** The estimand of the change in the gap between a group and everybody else. */
  public static final String GAP = "change-of-gap";

  /** How the estimands of gains over one arm for everybody begin. */
  public static final String EVERYBODY = "gain-over-all-";

  /** Copies the lists. */
  public PolicyFinding {
    leaves = List.copyOf(leaves);
    tests = List.copyOf(tests);
  }

  /** What may be claimed. */
  public enum Claim {
    /** The rule is better than every arm for everybody, beyond chance. */
    RULE,
    /** It is not: no pattern was found. */
    NO_PATTERN,
    /** The data cannot carry a rule. */
    REFUSED
  }

  /**
   * One end of a rule.
   *
   * @param conditions what leads there
   * @param arm the arm that the rule gives, to whom it is open
   * @param persons persons there, each counted once
   * @param arms the same by the arm that they are in
   */
  public record Leaf(
      List<Condition> conditions, String arm, long persons, SortedMap<String, Long> arms) {
    /** Copies the collections. */
    public Leaf {
      conditions = List.copyOf(conditions);
      arms = Collections.unmodifiableSortedMap(new TreeMap<>(arms));
    }
  }

  /**
   * A condition on a covariate.
   *
   * @param covariate its name
   * @param relation how it compares
   * @param value a code, or a rounded number
   */
  public record Condition(String covariate, Relation relation, String value) {
    /** In signs. */
    public String text() {
      return covariate + " " + relation.sign() + " " + value;
    }
  }

  /** How a covariate compares with a value. */
  public enum Relation {
    /** At most the number. */
    AT_MOST("≤"),
    /** Above the number. */
    ABOVE(">"),
    /** The code. */
    IS("="),
    /** Another code, or unknown. */
    IS_NOT("≠");

    private final String sign;

    Relation(String sign) {
      this.sign = sign;
    }

    /** The sign. */
    public String sign() {
      return sign;
    }
  }

  /** What may be claimed, by the gains over every arm for everybody. */
  public Claim claim() {
    List<Estimate> single = single();
    boolean answered =
        !single.isEmpty()
            && single.stream().allMatch(row -> row.result() instanceof Estimate.Estimated);
    if (!answered) {
      return Claim.REFUSED;
    }
    boolean pattern =
        single.stream().map(PolicyFinding::figures).allMatch(figures -> figures.lower() > 0);
    return pattern ? Claim.RULE : Claim.NO_PATTERN;
  }

  /** Whether errors of measurement would change the rule or what may be claimed of it. */
  public boolean fragile() {
    return tests.stream()
        .anyMatch(line -> line.kind() == FindingLine.Kind.POLICY_ERROR && line.turns());
  }

  /** The same with other values, such as pooled ones. */
  public PolicyFinding withValues(EffectResult other) {
    return new PolicyFinding(persons, other, leaves, tests);
  }

  /** The gain over the best arm for everybody: the smallest. Empty if refused. */
  public Optional<Estimate> overBestArm() {
    return claim() == Claim.REFUSED
        ? Optional.empty()
        : single().stream().min(Comparator.comparingDouble(row -> figures(row).value()));
  }

  private List<Estimate> single() {
    return values.rows().stream()
        .filter(row -> row.group().isEmpty() && row.estimand().startsWith(EVERYBODY))
        .toList();
  }

  /** The figures of an answered row. */
  public static Estimate.Estimated figures(Estimate row) {
    if (row.result() instanceof Estimate.Estimated figures) {
      return figures;
    }
    throw new IllegalArgumentException("a refused row has no figures");
  }
}
