// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.quasi;

import java.util.List;

/** What makes people comparable where nobody drew lots and covariates do not suffice. */
public sealed interface FitDesign {

  /** The word for results and for the command line. */
  String label();

  /** Columns of the file that the design itself needs. */
  List<String> columns();

  /**
   * A cutoff in a variable decides about treatment, or about its probability.
   *
   * @param running column of the variable
   * @param cutoff from this value on a row lies above
   * @param donut rows nearer to the cutoff than this are left out
   */
  record Cutoff(String running, double cutoff, double donut) implements FitDesign {
    @Override
    public String label() {
      return "rd";
    }

    @Override
    public List<String> columns() {
      return List.of(running);
    }
  }

  /**
   * Units are seen in every period, and some start treatment while others have not yet.
   *
   * @param unit column of the unit
   * @param period column of the period, a number
   */
  record Panel(String unit, String period) implements FitDesign {
    @Override
    public String label() {
      return "did";
    }

    @Override
    public List<String> columns() {
      return List.of(unit, period);
    }
  }

  /**
   * Something moves people into treatment and touches the outcome in no other way.
   *
   * @param column its column, a number
   */
  record Instrument(String column) implements FitDesign {
    @Override
    public String label() {
      return "iv";
    }

    @Override
    public List<String> columns() {
      return List.of(column);
    }
  }
}
