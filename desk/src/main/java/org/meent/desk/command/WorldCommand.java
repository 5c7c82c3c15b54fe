// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.meent.linkage.world.plan.Confounding;
import org.meent.linkage.world.plan.WorldPlan;
import org.meent.linkage.world.tree.WorldFormats;
import org.meent.linkage.world.tree.WorldSummary;
import org.meent.linkage.world.tree.WorldTree;
import org.meent.linkage.world.truth.Marginal;
import org.meent.protocols.refusal.ExitCode;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code meent world}: registers of people who do not exist, with the truth apart. */
@Command(
    name = "world",
    description = {
      "Write registers and municipal files of a population that does not exist, in the tree and"
          + " under the names of Statistics Netherlands, for trying out a study outside.",
      "One person is one benefit recipient; partner and children come on top. truth/ holds what no"
          + " study may see: traits, planted errors, and what would have happened otherwise."
    },
    footer = {
      "",
      "Example:  meent world --persons 10000 --seed 1 --out meentland --formats sav,csv"
    })
final class WorldCommand extends Verb {
  private static final int STEP = 10_000;

  @Option(
      names = "--persons",
      required = true,
      paramLabel = "N",
      description = "How many benefit recipients are drawn.")
  private int persons;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Seed of all randomness (default: 1).")
  private long seed = 1;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder that becomes the tree; absent or empty.")
  private Path out = Path.of("");

  @Option(
      names = "--formats",
      split = ",",
      defaultValue = "sav",
      paramLabel = "sav,csv,…",
      description = "Formats of the registers: sav, zsav, csv, dta (default: sav).")
  private List<String> formats = List.of("sav");

  @Option(
      names = "--threads",
      paramLabel = "k",
      defaultValue = "2",
      description = "Threads; the bytes do not depend on them (default: 2).")
  private int threads = 2;

  @Option(
      names = "--confounding",
      paramLabel = "none|mild|strong",
      defaultValue = "MILD",
      description = "Strength of the hidden confounder (default: mild).")
  private Confounding confounding = Confounding.MILD;

  @Option(
      names = "--effects",
      paramLabel = "x",
      defaultValue = "1",
      description = "Multiplies all true effects of support (default: 1).")
  private double effects = 1;

  @Option(
      names = "--continuity",
      paramLabel = "x",
      defaultValue = "0.25",
      description = "True effect of staying with one caseworker, log hazard ratio (default: 0.25).")
  private double continuity = 0.25;

  @Option(names = "--report", description = "Show published figures beside those of the world.")
  private boolean report;

  WorldCommand(Console console) {
    super(console);
  }

  @Override
  ExitCode execute() throws IOException {
    if (persons < 1 || persons > WorldPlan.MOST) {
      throw Refusal.usage(
              "linkage.world.persons", Where.field("--persons"), WorldPlan.MOST, persons)
          .asException();
    }
    WorldPlan plan =
        WorldPlan.withDefaults(persons, seed)
            .withConfounding(confounding)
            .withEffects(effects)
            .withContinuity(continuity);
    WorldSummary summary =
        WorldTree.write(
            plan,
            WorldFormats.checked(formats),
            Threads.checked(threads),
            out,
            done -> {
              if (done % STEP == 0) {
                progress(text("world.progress", done, persons));
              }
            });
    for (WorldSummary.Written file : summary.files()) {
      say(text("world.file", file.path(), file.rows()));
    }
    if (report) {
      Marginal.of(summary.census()).forEach(this::compare);
    }
    say(text("world.done", persons, out));
    return ExitCode.DONE;
  }

  private void compare(Marginal marginal) {
    say(
        text(
            marginal.hit() ? "world.hit" : "world.missed",
            marginal.name(),
            decimals(marginal.published()),
            decimals(marginal.world()),
            decimals(marginal.tolerance()),
            marginal.source()));
  }

  private static String decimals(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
