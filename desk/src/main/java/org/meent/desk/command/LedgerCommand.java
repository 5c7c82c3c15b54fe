// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meent.disclosure.ledger.LedgerFile;
import org.meent.disclosure.ledger.PublishedTable;
import org.meent.disclosure.ledger.ReleaseLedger;
import org.meent.protocols.refusal.ExitCode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code meent ledger}: what was let out before, and is compared with every new request. */
@Command(
    name = "ledger",
    synopsisSubcommandLabel = "COMMAND",
    description = "The release ledger of an environment: what was let out before. Inside only.",
    footer = {"", "Example:  meent ledger show --home studies"})
final class LedgerCommand extends VerbOfVerbs {
  private LedgerCommand(Console console) {
    super(console);
  }

  /** The verb with its two verbs. */
  static CommandLine line(Console console) {
    return new CommandLine(new LedgerCommand(console))
        .addSubcommand(new Import(console))
        .addSubcommand(new Show(console));
  }

  /** {@code meent ledger import}: a table that was published elsewhere. */
  @Command(
      name = "import",
      description = {
        "Take a table into the ledger that left without Meent: an earlier export or a table of"
            + " StatLine, as CSV or as the JSON of its OData service.",
        "Columns of variables have a code in each row, Total (or T and six digits, as in StatLine)"
            + " for all. The row that is a total everywhere gives the size of the population."
      },
      footer = {
        "",
        "Example:  meent ledger import 03759ned.json --home studies --release statline-2025 \\",
        "              --table 03759ned --population inhabitants-2025 --count Bevolking_1 \\",
        "              --only Perioden=2025JJ00 --total RegioS=NL01"
      })
  static final class Import extends Verb {
    @Parameters(paramLabel = "FILE", description = "The table, .csv or .json.")
    private Path file = Path.of("");

    @Option(
        names = "--home",
        required = true,
        paramLabel = "DIR",
        description = "Folder of the environment, with its ledger.")
    private Path home = Path.of("");

    @Option(names = "--release", required = true, description = "Name of the release it was in.")
    private String release = "";

    @Option(names = "--table", required = true, description = "Name of the table.")
    private String table = "";

    @Option(
        names = "--population",
        required = true,
        paramLabel = "ID",
        description = "Id of the population it speaks of, as protocols name it.")
    private String population = "";

    @Option(
        names = "--within",
        paramLabel = "ID",
        description = "Id of a population that holds every unit of this one.")
    private @Nullable String within;

    @Option(
        names = "--count",
        paramLabel = "COLUMN",
        description = "The column with numbers of units (default: the last).")
    private @Nullable String count;

    @Option(
        names = "--amount",
        split = ",",
        paramLabel = "COLUMN=MEASURE",
        description = "Columns with sums or means, and the name of the measure in protocols.")
    private Map<String, String> amounts = Map.of();

    @Option(
        names = "--total",
        split = ",",
        paramLabel = "COLUMN=CODE",
        description = "The code that stands for all in a column (default: Total, or T and digits).")
    private Map<String, String> totals = Map.of();

    @Option(
        names = "--only",
        split = ",",
        paramLabel = "COLUMN=CODE",
        description = "Take only the rows with this code, such as one period.")
    private Map<String, String> only = Map.of();

    Import(Console console) {
      super(console);
    }

    @Override
    ExitCode execute() {
      ReleaseLedger.Entry entry =
          PublishedTable.of(release, table, population)
              .within(within == null ? "" : within)
              .withCounts(count == null ? "" : count)
              .withAmounts(amounts)
              .withTotal(totals)
              .withOnly(only)
              .read(file);
      LedgerFile.append(home, List.of(entry));
      say(text("ledger.imported", entry.counts().size() + 1, entry.amounts().size(), release));
      return ExitCode.DONE;
    }
  }

  /** {@code meent ledger show}: what the ledger knows, without a figure. */
  @Command(
      name = "show",
      description = "Show what the ledger knows of each release: how much, never a figure.",
      footer = {"", "Example:  meent ledger show --home studies"})
  static final class Show extends Verb {
    @Option(
        names = "--home",
        required = true,
        paramLabel = "DIR",
        description = "Folder of the environment, with its ledger.")
    private Path home = Path.of("");

    Show(Console console) {
      super(console);
    }

    @Override
    ExitCode execute() {
      ReleaseLedger ledger = ReleaseLedger.open(home);
      for (ReleaseLedger.Entry entry : ledger.entries()) {
        say(
            text(
                "ledger.entry",
                entry.release(),
                entry.output(),
                entry.population(),
                entry.counts().size() + 1,
                entry.amounts().size()));
      }
      say(text("ledger.size", ledger.entries().size(), ledger.releases()));
      return ExitCode.DONE;
    }
  }
}
