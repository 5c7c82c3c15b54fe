// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.command;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.meent.linkage.encode.AttackGate;
import org.meent.linkage.encode.EncodingKey;
import org.meent.linkage.encode.EncodingPlan;
import org.meent.linkage.encode.FileEncoding;
import org.meent.protocols.refusal.ExitCode;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code meent encode}: what a data holder does before data come in. */
@Command(
    name = "encode",
    description = {
      "Encode the identifying columns of a file after a plan, so that it can be linked without"
          + " anybody seeing them. Run by the data holder, before data come in.",
      "The attacks of 'encode attack' run first; a plan above its own limit is refused (exit 3)."
    },
    footer = {
      "",
      "Example:  meent encode key linkage.p12",
      "          meent encode persons.csv --plan plan.yaml --out encoded.csv",
      "The plan names the key store (key-store: linkage.p12); --key names another. The pass-phrase"
          + " is asked, or read from the file that the plan or --pass-phrase-file names."
    })
final class EncodeCommand extends Verb {
  @Parameters(arity = "0..1", paramLabel = "FILE", description = "The file (CSV).")
  private @Nullable Path file;

  @Option(names = "--plan", paramLabel = "PLAN", description = "The plan (YAML).")
  private @Nullable Path plan;

  @Option(
      names = "--key",
      paramLabel = "STORE",
      description =
          "The key store, made by 'encode key'; the same for all data holders (default: the"
              + " plan's).")
  private @Nullable Path key;

  @Option(
      names = "--pass-phrase-file",
      paramLabel = "PHRASE",
      description =
          "File that holds the pass-phrase of the key store (default: the plan's, or asked).")
  private @Nullable Path passPhrase;

  @Option(names = "--out", paramLabel = "OUT", description = "The encoded file (CSV).")
  private @Nullable Path out;

  private EncodeCommand(Console console) {
    super(console);
  }

  /** The verb with its two verbs. */
  static CommandLine line(Console console) {
    return new CommandLine(new EncodeCommand(console))
        .addSubcommand(new Key(console))
        .addSubcommand(new Attack(console));
  }

  @Override
  ExitCode execute() throws IOException {
    if (file == null || plan == null || out == null) {
      throw Refusal.usage("desk.encode.usage", Where.NOWHERE).asException();
    }
    EncodingPlan read = EncodingPlan.read(plan);
    Path store = key != null ? key : read.secret().store().orElse(null);
    if (store == null) {
      throw Refusal.usage("desk.encode.no-key", Where.field("--key")).asException();
    }
    attack(this, read, plan);
    Path phraseFile = passPhrase != null ? passPhrase : read.secret().passPhraseFile().orElse(null);
    char[] phrase = PassPhrase.of(phraseFile, text("approve.pass-phrase"));
    try {
      FileEncoding encoding = new FileEncoding(read, EncodingKey.open(store, phrase));
      Path partial = out.resolveSibling(out.getFileName() + ".partial");
      int records;
      try (Writer writer = Files.newBufferedWriter(partial, StandardCharsets.UTF_8)) {
        records = encoding.encode(file, writer);
      }
      Files.move(partial, out, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      say(text("encode.done", records, out));
    } finally {
      Arrays.fill(phrase, '\0');
    }
    return ExitCode.DONE;
  }

  /** Tells what each attack came to, and refuses the plan if one came too far. */
  private static void attack(Verb verb, EncodingPlan plan, Path file) {
    AttackGate gate = new AttackGate(plan);
    List<AttackGate.Outcome> outcomes = gate.run();
    for (AttackGate.Outcome outcome : outcomes) {
      String rate = String.format(Locale.ROOT, "%.1f", 100 * outcome.rate());
      verb.progress(verb.text("encode.attack", outcome.attack(), rate));
    }
    gate.check(outcomes, String.valueOf(file.getFileName()));
  }

  /** {@code meent encode key}: a key that all data holders of a linkage share. */
  @Command(
      name = "key",
      description = "Make a key store (PKCS #12) under a pass-phrase.",
      footer = {"", "Example:  meent encode key linkage.p12 --pass-phrase-file phrase.txt"})
  static final class Key extends Verb {
    @Parameters(index = "0", paramLabel = "STORE", description = "The key store to make.")
    private Path store = Path.of("");

    @Option(
        names = "--pass-phrase-file",
        paramLabel = "PHRASE",
        description = "File that holds the pass-phrase (default: it is asked).")
    private @Nullable Path passPhrase;

    Key(Console console) {
      super(console);
    }

    @Override
    ExitCode execute() throws IOException {
      if (Files.exists(store)) {
        throw Refusal.badInput("linkage.encode.key-exists", Where.file(store.toString()))
            .asException();
      }
      char[] phrase = PassPhrase.of(passPhrase, text("approve.pass-phrase"));
      try {
        Files.write(store, EncodingKey.newStore(phrase), StandardOpenOption.CREATE_NEW);
      } finally {
        Arrays.fill(phrase, '\0');
      }
      say(text("encode.key", store));
      return ExitCode.DONE;
    }
  }

  /** {@code meent encode attack}: known attacks against a plan, on made-up persons. */
  @Command(
      name = "attack",
      description = {
        "Run known attacks against a plan, on made-up persons whom the attacker knows in clear.",
        "A plan above its own limit is refused (exit 3). Passing is no proof of safety."
      },
      footer = {"", "Example:  meent encode attack plan.yaml"})
  static final class Attack extends Verb {
    @Parameters(index = "0", paramLabel = "PLAN", description = "The plan (YAML).")
    private Path plan = Path.of("");

    Attack(Console console) {
      super(console);
    }

    @Override
    ExitCode execute() {
      attack(this, EncodingPlan.read(plan), plan);
      say(text("encode.passed"));
      return ExitCode.DONE;
    }
  }
}
