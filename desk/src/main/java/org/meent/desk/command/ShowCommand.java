// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.command;

import java.nio.file.Path;
import org.meent.desk.render.TextRenderer;
import org.meent.desk.report.FileDictionary;
import org.meent.desk.report.RegisterNote;
import org.meent.linkage.format.file.FileReport;
import org.meent.protocols.refusal.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code meent show}: what a data file says of itself. */
@Command(
    name = "show",
    description =
        "Show schema, labels, missing codes and counts of a data file (.sav, .zsav, .dta,"
            + " .sas7bdat, .parquet, .csv); never a row.",
    footer = {"", "Example:  meent show GBAPERSOON2023TABV1.sav"})
final class ShowCommand extends Verb {
  @Parameters(paramLabel = "FILE", description = "The data file.")
  private Path file = Path.of("");

  @Mixin private RegisterOption registers = new RegisterOption();

  @Mixin private CsvWords csv = new CsvWords();

  ShowCommand(Console console) {
    super(console);
  }

  @Override
  ExitCode execute() {
    FileReport shown = FileReport.of(file, csv.open(file));
    say(
        TextRenderer.render(
            FileDictionary.of(
                shown,
                RegisterNote.of(registers.dictionary(), file, shown.schema(), locale()),
                locale())));
    return ExitCode.DONE;
  }
}
