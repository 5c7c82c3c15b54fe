// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols;

import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;

/**
 * What support may have done to people beside the outcome: a study that plans effects says of each
 * obligatory harm which outcome measures it, or why the data cannot.
 *
 * @param measures by harm, in the order of {@link Harm}
 */
public record PossibleHarm(SequencedMap<Harm, Measure> measures) {
  /** Of a study that plans no effects. */
  public static final PossibleHarm NONE = new PossibleHarm(new java.util.LinkedHashMap<>());

  /** Copies the measures. */
  public PossibleHarm {
    measures = Ordered.copy(measures);
  }

  /** A possible harm. */
  public enum Harm {
    /** Leaving without work, study, pension or other income. */
    LEAVING_WITHOUT_INCOME(true),
    /** Being back within twelve months after leaving. */
    RETURN_WITHIN_12_MONTHS(true),
    /** Hours of work. */
    HOURS(false),
    /** Kind of contract. */
    CONTRACT(false),
    /** Income of the household. */
    HOUSEHOLD_INCOME(false);

    private final boolean obligatory;

    Harm(boolean obligatory) {
      this.obligatory = obligatory;
    }

    /** Whether no study that plans effects can leave it out. */
    public boolean isObligatory() {
      return obligatory;
    }
  }

  /** How a harm is measured, or why it is not. */
  public sealed interface Measure {}

  /**
   * Measured.
   *
   * @param outcome name of the outcome
   */
  public record ByOutcome(String outcome) implements Measure {}

  /**
   * Not measured.
   *
   * @param why what stands in the way, for people
   */
  public record NotMeasured(String why) implements Measure {}

  /** Why harms are not measured, by harm. */
  public SequencedMap<Harm, String> unmeasured() {
    SequencedMap<Harm, String> unmeasured = new java.util.LinkedHashMap<>();
    measures.forEach(
        (harm, measure) -> {
          switch (measure) {
            case ByOutcome known -> {}
            case NotMeasured(String why) -> unmeasured.put(harm, why.strip());
          }
        });
    return Ordered.copy(unmeasured);
  }

  /** The outcomes that measure a harm, none twice. */
  public List<String> outcomes() {
    return measures.sequencedValues().stream()
        .flatMap(
            measure ->
                switch (measure) {
                  case ByOutcome(String outcome) -> Stream.of(outcome);
                  case NotMeasured unknown -> Stream.empty();
                })
        .distinct()
        .toList();
  }
}
