// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.command;

import org.meent.protocols.refusal.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code meent} without a verb: what it can do. */
@Command(
    name = "meent",
    versionProvider = Build.class,
    synopsisSubcommandLabel = "COMMAND",
    header =
        "Analysis inside a closed research environment: protocol, linkage, effects, disclosure"
            + " control.",
    footerHeading = "%nExit codes:%n",
    footer = {
      "  0 done · 2 usage · 3 refused · 4 bad input · 5 verification failed · 6 environment · 70 a"
          + " bug of ours",
      "",
      "Start with:  meent run examples/nsw"
    })
final class MeentCommand extends Verb {
  @Spec private CommandSpec spec;

  @SuppressWarnings("UnusedVariable") // picocli reads it
  @Option(names = "--version", versionHelp = true, description = "Show the version.")
  private boolean version;

  MeentCommand(Console console) {
    super(console);
  }

  @Override
  ExitCode execute() {
    spec.commandLine().usage(console().out());
    return ExitCode.USAGE;
  }
}
