// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.command;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meent.models.forest.FitContext;
import picocli.CommandLine.Option;

/** Options of {@code fit} that say when and where rows were. */
final class FitContextOptions {
  @Option(
      names = "--within",
      split = ",",
      paramLabel = "a,b",
      description =
          "Columns, such as start period and region, within whose combinations people are"
              + " compared; rows of a combination without all arms count for nothing.")
  private List<String> within = List.of();

  @Option(
      names = "--start-date",
      paramLabel = "c",
      description = "Column of the day from which a row is followed, such as 2021-03-15.")
  private @Nullable String startDate;

  @Option(
      names = "--follow-up",
      paramLabel = "months",
      defaultValue = "12",
      description = "How many months rows are followed from that day (default: 12).")
  private int followUp = 12;

  @Option(
      names = "--job-date",
      paramLabel = "c",
      description = "Column of the first day of the first job after the start; empty = none.")
  private @Nullable String jobDate;

  @Option(
      names = "--municipality",
      paramLabel = "c",
      description = "Column of the municipality that recorded the treatment.")
  private @Nullable String municipality;

  FitContext context() {
    FitContext context = FitContext.none().withWithin(within);
    context = startDate == null ? context : context.withStart(startDate, followUp);
    context = jobDate == null ? context : context.withJob(jobDate);
    return municipality == null ? context : context.withMunicipality(municipality);
  }
}
