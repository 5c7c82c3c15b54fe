// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.study;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.meent.disclosure.output.EstimateTable;
import org.meent.disclosure.output.GroupEvidence;
import org.meent.disclosure.output.Population;
import org.meent.disclosure.output.SegmentTable;
import org.meent.linkage.cohort.Cohort;
import org.meent.models.study.PolicyFinding.Claim;
import org.meent.models.study.PolicyFinding.Condition;
import org.meent.models.study.PolicyFinding.Leaf;
import org.meent.protocols.PolicyPlan;

/**
 * The outputs of a planned rule. Where no pattern was found there is one end with everybody in it:
 * a rule that nobody may claim does not leave.
 */
final class PolicyOutputs {
  /** Stands between the conditions of an end and the arm that the rule gives there. */
  static final String GIVES = " → ";

  /** The stamp of a result that errors of measurement would change. */
  static final String FRAGILE = " [fragile: errors of measurement would change it]";

  private final String name;
  private final PolicyPlan plan;
  private final PolicyFinding finding;
  private final Population population;

  /**
   * For one rule.
   *
   * @param cohort whom the study is about
   * @param everybody the population of the cohort
   */
  PolicyOutputs(
      String name, PolicyPlan plan, PolicyFinding finding, Cohort cohort, Population everybody) {
    this.name = name;
    this.plan = plan;
    this.finding = finding;
    boolean whole = PolicySample.of(cohort, plan).units().size() == cohort.rows();
    this.population =
        whole
            ? everybody
            : new Population(
                    everybody.id() + "/" + name,
                    everybody.definition()
                        + " ("
                        + String.join(" or ", plan.arms())
                        + ", open to them)",
                    finding.persons())
                .within(everybody.id());
  }

  SegmentTable tree(String id) {
    List<SegmentTable.Segment> segments = new ArrayList<>();
    if (finding.claim() == Claim.RULE) {
      for (Leaf leaf : finding.leaves()) {
        segments.add(segment(segments.size() + 1, words(leaf), leaf.persons(), leaf.arms()));
      }
    } else {
      segments.add(
          new SegmentTable.Segment(
              "1", "everybody: " + claim(), GroupEvidence.of(finding.persons())));
    }
    return new SegmentTable(
        id,
        "Ends of the rule "
            + name
            + ": evidence about groups, never an instruction for a person"
            + fragile(),
        population,
        SegmentTable.Found.POLICY_TREE,
        "end_of_" + name,
        finding.claim() == Claim.RULE ? EstimateTable.ARM : "",
        segments);
  }

  private static SegmentTable.Segment segment(
      int code, String words, long persons, SortedMap<String, Long> arms) {
    return new SegmentTable.Segment(
        Integer.toString(code), words, new GroupEvidence(persons, new TreeMap<>(arms), List.of()));
  }

  private static String words(Leaf leaf) {
    String who =
        leaf.conditions().isEmpty()
            ? "everybody"
            : leaf.conditions().stream().map(Condition::text).collect(Collectors.joining(", "));
    return who + GIVES + leaf.arm();
  }

  EstimateTable value(String id, String outcome) {
    return new EstimateTable(
        id,
        "Gain per person under the rule "
            + name
            + " in "
            + outcome
            + ", costs taken off ("
            + claim()
            + "; units are those of the reference and of the arm with the fewest persons)"
            + fragile(),
        population,
        outcome,
        EstimateTable.ARM,
        finding.values().rows());
  }

  private String claim() {
    return switch (finding.claim()) {
      case RULE -> "better than " + String.join(", ", plan.arms()) + " for everybody";
      case NO_PATTERN -> "no pattern found";
      case REFUSED -> "not known";
    };
  }

  private String fragile() {
    return finding.fragile() ? FRAGILE : "";
  }
}
