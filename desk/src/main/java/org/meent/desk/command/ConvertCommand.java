// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.command;

import java.nio.file.Path;
import java.util.List;
import org.meent.linkage.format.file.Conversion;
import org.meent.protocols.refusal.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code meent convert}: a data file in another format, and what that format could not hold. */
@Command(
    name = "convert",
    description =
        "Write a data file in another format (.sav, .zsav, .dta, .parquet, .csv), with its labels,"
            + " and say what the target could not hold.",
    footer = {
      "",
      "Example:  meent convert SPOLISBUS2022V2.sav spolis.dta --columns"
          + " RINPERSOONS,RINPERSOON,SBASISLOON"
    })
final class ConvertCommand extends Verb {
  @Parameters(index = "0", paramLabel = "IN", description = "The file that is read.")
  private Path in = Path.of("");

  @Parameters(
      index = "1",
      paramLabel = "OUT",
      description = "The file that is written; replaced only when all went well.")
  private Path out = Path.of("");

  @Option(
      names = "--columns",
      split = ",",
      paramLabel = "a,b",
      description = "Only these columns, in this order (default: all).")
  private List<String> columns = List.of();

  @Mixin private CsvWords csv = new CsvWords();

  ConvertCommand(Console console) {
    super(console);
  }

  @Override
  ExitCode execute() {
    Conversion conversion = Conversion.convert(in, csv.open(in), out, columns);
    say(text("convert.done", conversion.rows(), conversion.columns(), out));
    conversion.losses().forEach(loss -> say(loss.sentence(locale())));
    if (conversion.losses().isEmpty()) {
      say(text("convert.nothing-lost"));
    }
    return ExitCode.DONE;
  }
}
