// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meent.desk.render.HtmlRenderer;
import org.meent.desk.report.LinkageReport;
import org.meent.linkage.match.FieldSpec;
import org.meent.linkage.match.LinkageFiles;
import org.meent.linkage.match.LinkageJob;
import org.meent.linkage.match.LinkageResult;
import org.meent.protocols.refusal.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code meent link}: records of the same person, without a key and without labels. */
@Command(
    name = "link",
    description = {
      "Link two files of person records one to one, or find the records of one person in a single"
          + " file, without a key and without labels (Fellegi-Sunter). Inside only.",
      "Writes links.csv or clusters.csv, model.json, quality.json and report.html; the last two say"
          + " what is known of the error, and for whom it is larger."
    },
    footer = {
      "",
      "Example:  meent link --left a.csv --right b.csv --id rec_id --out linked",
      "Kinds of --fields: given-name, surname, date-of-birth, postcode, house-number, sex, country,"
          + " code, text and others; they are guessed when not given, and the guess is printed."
    })
final class LinkCommand extends Verb {
  @Option(
      names = "--left",
      required = true,
      paramLabel = "A",
      description = "The first file (CSV).")
  private Path left = Path.of("");

  @Option(
      names = "--right",
      paramLabel = "B",
      description = "The second file; without it, records of one person are sought in A.")
  private @Nullable Path right;

  @Option(
      names = "--id",
      required = true,
      paramLabel = "COL",
      description = "Column that names a record in either file; never compared.")
  private String id = "";

  @Option(
      names = "--fields",
      paramLabel = "name:kind,…",
      description = "Columns to compare and what they are (default: guessed).")
  private @Nullable String fields;

  @Option(
      names = "--subgroups",
      paramLabel = "col,…",
      split = ",",
      description = "Columns of A for whose values the error is told apart.")
  private List<String> subgroups = List.of();

  @Option(
      names = "--labels",
      paramLabel = "FILE",
      description =
          "Pairs that clerks judged (left_id,right_id,match); they sharpen the estimates.")
  private @Nullable Path labels;

  @Option(
      names = "--draws",
      paramLabel = "M",
      defaultValue = "0",
      description =
          "Also draw M one-to-one linkages from the posterior: links-1.csv and so on (default: 0).")
  private int draws;

  @Option(
      names = "--explain",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "Also tell step by step why the N least sure pairs have their probability: explained.csv"
              + " (default: 0).")
  private int explain;

  @Mixin private Threads threads = new Threads();

  @Mixin private OutFolder out = new OutFolder();

  LinkCommand(Console console) {
    super(console);
  }

  @Override
  ExitCode execute() throws IOException {
    LinkageJob job =
        LinkageJob.withDefaults().withLeft(left).withIdColumn(id).withThreads(threads.count());
    job = right == null ? job : job.withRight(right);
    job =
        job.withSubgroups(subgroups)
            .withDraws(Math.max(0, draws))
            .withExplained(Math.max(0, explain));
    job = labels == null ? job : job.withLabels(labels);
    job = fields == null ? job : job.withFields(FieldSpec.parse(fields));
    LinkageResult result = job.run();
    LinkageFiles.write(result, out.folder());
    out.write("report.html", HtmlRenderer.render(LinkageReport.of(result, locale())));
    result
        .guesses()
        .forEach(
            guess ->
                progress(text("link.guess", guess.column(), guess.kind().label(), guess.reason())));
    say(
        result.job().right().isPresent()
            ? text("link.links", result.links().size(), out.folder())
            : text("link.clusters", clusters(result), result.clusters().size(), out.folder()));
    return ExitCode.DONE;
  }

  private static long clusters(LinkageResult result) {
    List<LinkageResult.ClusterMember> members = result.clusters();
    return members.stream().map(LinkageResult.ClusterMember::cluster).distinct().count();
  }
}
