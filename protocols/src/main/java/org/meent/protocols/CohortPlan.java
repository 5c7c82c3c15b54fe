// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols;

import java.time.LocalDate;
import java.util.SequencedMap;

/**
 * Whom the study is about.
 *
 * @param populationFrom source that says who belongs to the population
 * @param definition the population in words
 * @param design how treatment and time relate
 * @param indexDate the day from which outcomes count
 * @param assignment how people came to be treated
 * @param treatment the arms
 * @param outcome the outcome
 * @param covariates what is known before the index date, by name, in the order written
 */
public record CohortPlan(
    String populationFrom,
    String definition,
    Design design,
    LocalDate indexDate,
    Assignment assignment,
    Treatment treatment,
    Derived outcome,
    SequencedMap<String, Derived> covariates) {

  /** Copies the covariates. */
  public CohortPlan {
    covariates = Ordered.copy(covariates);
  }

  /** How treatment and time relate; others follow with spells. */
  public enum Design {
    /** Everybody is followed from one day. */
    LANDMARK
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
   * @param arms arm name to instrument code; {@link #ABSENT} for persons without a row
   * @param reference the arm that the others are compared with
   * @param countsAs what counts as treatment
   */
  public record Treatment(
      String from,
      String variable,
      SequencedMap<String, String> arms,
      String reference,
      CountsAs countsAs) {

    /** Stands for "no row in the treatment source". */
    public static final String ABSENT = "absent";

    /** Copies the arms. */
    public Treatment {
      arms = Ordered.copy(arms);
    }
  }

  /**
   * A variable of the cohort, computed from the rows of one source.
   *
   * @param name name in the cohort
   * @param from source
   * @param select what is taken of the person's rows
   * @param variable variable that is taken; empty for {@link Select#COUNT}
   * @param where variables and the value that rows must have
   * @param absent what a person without such rows gets
   * @param label name for people; the name itself if none was given
   */
  public record Derived(
      String name,
      String from,
      Select select,
      String variable,
      SequencedMap<String, String> where,
      Absent absent,
      String label) {

    /** Copies the conditions. */
    public Derived {
      where = Ordered.copy(where);
    }
  }

  /** Exact aggregates over a person's rows. */
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
    COUNT
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
