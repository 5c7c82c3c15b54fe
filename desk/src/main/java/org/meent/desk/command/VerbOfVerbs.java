// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.command;

import org.meent.protocols.refusal.ExitCode;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A verb that does nothing itself: it tells which verbs it has. */
abstract class VerbOfVerbs extends Verb {
  @Spec private CommandSpec spec;

  VerbOfVerbs(Console console) {
    super(console);
  }

  @Override
  final ExitCode execute() {
    CommandLine.usage(spec.commandLine(), console().out());
    return ExitCode.USAGE;
  }
}
