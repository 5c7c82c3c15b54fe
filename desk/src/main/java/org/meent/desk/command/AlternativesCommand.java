// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.meent.desk.render.HtmlRenderer;
import org.meent.desk.report.AlternativesReport;
import org.meent.disclosure.perturb.NoiseDesign;
import org.meent.disclosure.table.AlternativeTables;
import org.meent.disclosure.table.AlternativesJob;
import org.meent.disclosure.table.AlternativesPlan;
import org.meent.protocols.refusal.ExitCode;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code meent protect alternatives}: what else than suppression would do. */
@Command(
    name = "alternatives",
    description = {
      "Advise which codes to take together, and show the table of a specification rounded and with"
          + " cell-key noise: what each costs and hides. Inside only.",
      "Writes alternatives.csv and alternatives.html."
    },
    footer = {"", "Example:  meent protect alternatives people.yaml --base 5 --out compared"})
final class AlternativesCommand extends Verb {
  @Parameters(paramLabel = "SPEC.yaml", description = "The specification, as for protect.")
  private Path spec = Path.of("");

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Results folder.")
  private Path out = Path.of("");

  @Option(names = "--base", description = "Base of rounding (default: 5).")
  private int base = 5;

  @Option(names = "--small-base", description = "Base of small-count rounding (default: 3).")
  private int smallBase = 3;

  @Option(names = "--seed", description = "Seed of random rounding; keep it inside (default: 1).")
  private long seed = 1;

  @Option(
      names = "--record-key",
      paramLabel = "COLUMN",
      description = "Column with the records' keys, above 0 up to 1; gives cell-key noise.")
  private @Nullable String recordKey;

  @Option(names = "--deviation", description = "Largest cell-key noise (default: 4).")
  private int deviation = 4;

  @Option(names = "--variance", description = "Variance of cell-key noise (default: 2).")
  private double variance = 2;

  @Option(names = "--forbidden", description = "Counts 1 to N do not occur (default: 0).")
  private int forbidden;

  @Option(
      names = "--delta",
      description = "For amounts: noise in units of the largest contribution (default: 0.1).")
  private double delta = 0.1;

  AlternativesCommand(Console console) {
    super(console);
  }

  @Override
  ExitCode execute() throws IOException {
    AlternativeTables tables = AlternativesJob.read(spec).run(plan());
    OutFolder folder = new OutFolder(out);
    folder.write("alternatives.html", HtmlRenderer.render(AlternativesReport.of(tables, locale())));
    tables.write(out);
    say(
        text(
            "alternatives.done",
            tables.alternatives().size(),
            tables.table().size(),
            Math.max(0, tables.recodings().size() - 1),
            out));
    return ExitCode.DONE;
  }

  private AlternativesPlan plan() {
    try {
      NoiseDesign noise = NoiseDesign.of(deviation, variance).without(forbidden);
      return new AlternativesPlan(
          base,
          smallBase,
          seed,
          Optional.ofNullable(recordKey)
              .map(column -> new AlternativesPlan.CellKeys(column, noise, delta)));
    } catch (IllegalArgumentException e) {
      throw Refusal.usage("desk.alternatives.usage", Where.NOWHERE).asException();
    }
  }
}
