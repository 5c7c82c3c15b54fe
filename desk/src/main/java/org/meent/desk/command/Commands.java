// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.meent.protocols.refusal.ExitCode;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.RefusalException;
import org.meent.protocols.refusal.Where;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The table of verbs, and how a failure becomes a sentence and an exit code. */
final class Commands {
  private Commands() {}

  static CommandLine line(Console console) {
    CommandLine line = new CommandLine(new MeentCommand(console));
    List<Verb> verbs =
        List.of(
            new ValidateCommand(console),
            new LockCommand(console),
            new DriftCommand(console),
            new ApproveCommand(console),
            new RunCommand(console),
            new WaiveCommand(console),
            new CohortCommand(console),
            new ShowCommand(console),
            new ConvertCommand(console),
            new WorldCommand(console),
            new LinkCommand(console),
            new FitCommand(console),
            new DescribedCommand(console),
            new CheckOutputCommand(console),
            new DoctorCommand(console));
    for (Verb verb : verbs) {
      line.addSubcommand(verb);
    }
    line.addSubcommand(ProtectCommand.line(console));
    line.addSubcommand(LogCommand.line(console));
    line.addSubcommand(LedgerCommand.line(console));
    line.addSubcommand(EncodeCommand.line(console));
    for (CommandLine each : everyLine(line)) {
      each.setCaseInsensitiveEnumValuesAllowed(true);
      each.setUsageHelpWidth(100);
      each.setExecutionExceptionHandler((e, failed, parsed) -> explain(console, e, failed));
      each.setParameterExceptionHandler((e, args) -> misuse(console, e));
      each.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
      each.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
    }
    return line;
  }

  private static List<CommandLine> everyLine(CommandLine line) {
    List<CommandLine> all = new java.util.ArrayList<>(List.of(line));
    for (CommandLine sub : line.getSubcommands().values()) {
      all.addAll(everyLine(sub));
    }
    return all;
  }

  private static int explain(Console console, Exception failure, CommandLine failed) {
    Common common = failed.getCommand() instanceof Verb verb ? verb.common() : new Common();
    RefusalException refusal = asRefusal(failure);
    if (refusal != null) {
      tell(console, refusal.refusals(), common.locale());
      return refusal.exit().code();
    }
    if (common.debug()) {
      failure.printStackTrace(console.err());
    }
    // The message of an unforeseen failure may hold a value; only its type is shown.
    tell(
        console,
        List.of(
            new Refusal(
                ExitCode.BUG,
                "desk.bug",
                Where.NOWHERE,
                List.of(failure.getClass().getSimpleName()))),
        common.locale());
    return ExitCode.BUG.code();
  }

  private static @Nullable RefusalException asRefusal(Throwable failure) {
    return switch (failure) {
      case RefusalException refusal -> refusal;
      case NoSuchFileException missing ->
          Refusal.badInput("desk.no-such-file", Where.file(name(missing))).asException();
      case IOException io ->
          Refusal.environment("desk.io", Where.NOWHERE, io.getClass().getSimpleName())
              .asException();
      default -> failure.getCause() instanceof RefusalException cause ? cause : null;
    };
  }

  private static String name(NoSuchFileException missing) {
    return missing.getFile() == null ? "" : missing.getFile();
  }

  private static void tell(Console console, List<Refusal> refusals, Locale locale) {
    refusals.forEach(refusal -> console.err().println(refusal.sentence(locale)));
  }

  private static int misuse(Console console, CommandLine.ParameterException e) {
    CommandSpec spec = e.getCommandLine().getCommandSpec();
    console.err().println(e.getMessage());
    if (e instanceof CommandLine.UnmatchedArgumentException unmatched) {
      List<String> near = unmatched.getSuggestions();
      if (!near.isEmpty()) {
        console.err().println("Nearest: " + String.join(", ", near));
      }
    }
    console.err().println("Try '" + spec.qualifiedName() + " --help'.");
    return ExitCode.USAGE.code();
  }
}
