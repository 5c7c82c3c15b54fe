// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.command;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.meent.desk.render.HtmlRenderer;
import org.meent.desk.report.ProtectionReport;
import org.meent.disclosure.table.ProtectedTable;
import org.meent.disclosure.table.ProtectionJob;
import org.meent.protocols.refusal.ExitCode;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code meent protect}: a protected table with its proof. */
@Command(
    name = "protect",
    description = {
      "Make a hierarchical table from records, suppress what is sensitive and what would give it"
          + " away, and prove it. Inside only.",
      "Writes cells.csv and certificate.json (inside only), released.csv and report.html."
    },
    footer = {
      "",
      "Example:  meent protect turnover.yaml --out protected",
      "          meent protect verify protected"
    })
final class ProtectCommand extends Verb {
  @Parameters(
      arity = "0..1",
      paramLabel = "SPEC.yaml",
      description = "Input, dimensions, measure, rules and standard of the table.")
  private @Nullable Path spec;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for the results; made if it does not exist.")
  private @Nullable Path out;

  ProtectCommand(Console console) {
    super(console);
  }

  @Override
  ExitCode execute() throws IOException {
    if (spec == null || out == null) {
      throw Refusal.usage("desk.protect.usage", Where.NOWHERE).asException();
    }
    ProtectedTable table = ProtectionJob.read(spec).run(out);
    new OutFolder(out)
        .write("report.html", HtmlRenderer.render(ProtectionReport.of(table, locale())));
    say(
        text(
            "protect.done",
            table.table().size(),
            table.pattern().primaries().length,
            table.pattern().secondaries().length,
            out));
    return ExitCode.DONE;
  }
}
