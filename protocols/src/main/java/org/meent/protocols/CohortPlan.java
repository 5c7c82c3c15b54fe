// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Whom the study is about.
 *
 * @param populationFrom source that says who belongs to the population
 * @param definition the population in words
 * @param eligible what must be so on the index date for a person to take part
 * @param design how treatment and time relate
 * @param assignment how people came to be treated
 * @param treatment the arms
 * @param outcome the outcome
 * @param covariates what is known before the index date, by name, in the order written
 */
public record CohortPlan(
    String populationFrom,
    String definition,
    List<Eligibility> eligible,
    StudyDesign design,
    Assignment assignment,
    Treatment treatment,
    Derived outcome,
    SequencedMap<String, Derived> covariates) {

  /** Copies conditions and covariates. */
  public CohortPlan {
    eligible = List.copyOf(eligible);
    covariates = Ordered.copy(covariates);
  }

  /** How people came to be treated. */
  public enum Assignment {
    /** By lot. */
    RANDOMISED,
    /** Not by lot: comparison rests on what is measured. */
    OBSERVATIONAL
  }

  /** What counts as treatment. */
  public enum CountsAs {
    /** Having started, whatever came after (intention to treat). */
    INITIATION
  }

  /**
   * The arms.
   *
   * @param from source of the treatment
   * @param variable variable that holds the instrument
   * @param start variable that holds the day on which the instrument started; empty if the study
   *     does not use it
   * @param window when an instrument must have started to count; empty if that is not asked
   * @param arms arm name to instrument code; {@link #ABSENT} for persons without a row
   * @param reference the arm that the others are compared with
   * @param eligible by arm, what must be so on the index date for the arm to be open to a person;
   *     an arm without conditions is open to everybody
   * @param countsAs what counts as treatment
   */
  public record Treatment(
      String from,
      String variable,
      String start,
      Optional<Window> window,
      SequencedMap<String, String> arms,
      String reference,
      SequencedMap<String, List<Eligibility>> eligible,
      CountsAs countsAs) {

    /** Stands for "no row in the treatment source". */
    public static final String ABSENT = "absent";

    /** Copies arms and conditions. */
    public Treatment {
      arms = Ordered.copy(arms);
      eligible = Ordered.copy(eligible);
    }
  }

  /**
   * A variable of the cohort, computed from the rows of one source.
   *
   * @param name name in the cohort
   * @param from source
   * @param select what is taken of the person's rows
   * @param variable variable that is taken; empty where {@link Select#ofRows()}
   * @param where variables and the value that rows must have
   * @param window when rows must hold, relative to the index date; empty for sources without time
   * @param absent what a person without such rows gets
   * @param label name for people; the name itself if none was given
   */
  public record Derived(
      String name,
      String from,
      Select select,
      String variable,
      SequencedMap<String, String> where,
      Optional<Window> window,
      Absent absent,
      String label) {

    /** Copies the conditions. */
    public Derived {
      where = Ordered.copy(where);
    }
  }

  /** What is taken of a person's rows. */
  public enum Select {
    /** The one value; two different rows are an error. */
    VALUE,
    /** The sum. */
    SUM,
    /** The smallest. */
    MIN,
    /** The largest. */
    MAX,
    /** The number of rows. */
    COUNT,
    /** The value of the last row in the window; unknown if that day has different values. */
    LATEST,
    /** Number of months of the window of which at least one day lies in a spell. */
    MONTHS_IN_STATE,
    /** One if a spell holds at the moment of the window; without a spell there is no row. */
    STATE_AT;

    /** Whether it looks at rows as such and takes no variable. */
    public boolean ofRows() {
      return switch (this) {
        case COUNT, MONTHS_IN_STATE, STATE_AT -> true;
        case VALUE, SUM, MIN, MAX, LATEST -> false;
      };
    }

    /** Whether it only makes sense with a window. */
    public boolean needsWindow() {
      return switch (this) {
        case LATEST, MONTHS_IN_STATE, STATE_AT -> true;
        case VALUE, SUM, MIN, MAX, COUNT -> false;
      };
    }

    /** Whether it only makes sense of spells. */
    public boolean needsSpells() {
      return this == MONTHS_IN_STATE || this == STATE_AT;
    }
  }

  /** What a person without rows gets. Nothing is imputed silently. */
  public enum Absent {
    /** The person is lost, as a counted loss in the flow. */
    REFUSE,
    /** The value is unknown. */
    MISSING,
    /** The value is zero, because no row means none. */
    ZERO
  }
}
