// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.command;

import org.meent.protocols.Protocol;
import org.meent.protocols.ProtocolFile;
import org.meent.protocols.canonical.ProtocolDigest;
import org.meent.protocols.refusal.ExitCode;
import picocli.CommandLine.Command;

/** {@code meent validate}: everything that is wrong with a protocol, at once. */
@Command(
    name = "validate",
    description =
        "Say everything that is wrong with a protocol, at once, with lines; or its digest.",
    footer = {"", "Example:  meent validate examples/nsw"})
final class ValidateCommand extends StudyVerb {
  ValidateCommand(Console console) {
    super(console);
  }

  @Override
  ExitCode execute() {
    Protocol protocol = ProtocolFile.read(study());
    say(
        text(
            "validate.good",
            protocol.identity().id(),
            protocol.identity().version(),
            ProtocolDigest.of(protocol)));
    return ExitCode.DONE;
  }
}
