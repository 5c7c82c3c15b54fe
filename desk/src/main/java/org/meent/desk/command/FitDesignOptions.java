// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.command;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.meent.models.quasi.FitDesign;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;
import picocli.CommandLine.Option;

/** Options of {@code fit} for designs that do not rest on covariates. */
final class FitDesignOptions {
  @Option(
      names = "--design",
      paramLabel = "rd|did|iv",
      description =
          "A cutoff (rd), difference in differences (did) or an instrument (iv) instead of"
              + " covariates.")
  private @Nullable Kind kind;

  @Option(
      names = "--running",
      paramLabel = "c",
      description = "rd: column of the variable that the cutoff divides.")
  private @Nullable String running;

  @Option(
      names = "--cutoff",
      paramLabel = "n",
      description = "rd: from this value on a row lies above the cutoff.")
  private double cutoff = Double.NaN;

  @Option(
      names = "--donut",
      paramLabel = "n",
      defaultValue = "0",
      description = "rd: leave out rows nearer to the cutoff than this (default: 0).")
  private double donut;

  @Option(
      names = "--unit",
      paramLabel = "c",
      description = "did: column of the unit, which has one row for every period.")
  private @Nullable String unit;

  @Option(
      names = "--period",
      paramLabel = "c",
      description = "did: column of the period; the treatment is 1 from the start on.")
  private @Nullable String period;

  @Option(names = "--instrument", paramLabel = "c", description = "iv: column of the instrument.")
  private @Nullable String instrument;

  /** The designs by their names on the command line. */
  private enum Kind {
    RD,
    DID,
    IV
  }

  Optional<FitDesign> design() {
    if (kind == null) {
      return Optional.empty();
    }
    return Optional.of(
        switch (kind) {
          case RD ->
              new FitDesign.Cutoff(
                  needed(running, "running"),
                  Double.isFinite(cutoff) ? cutoff : missing("cutoff"),
                  donut);
          case DID -> new FitDesign.Panel(needed(unit, "unit"), needed(period, "period"));
          case IV -> new FitDesign.Instrument(needed(instrument, "instrument"));
        });
  }

  private static String needed(@Nullable String value, String option) {
    if (value == null) {
      throw refusal(option);
    }
    return value;
  }

  private static double missing(String option) {
    throw refusal(option);
  }

  private static RuntimeException refusal(String option) {
    return Refusal.badInput("models.quasi.option", Where.field("--" + option), "--" + option)
        .asException();
  }
}
