// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meent.desk.release.ReleaseRequest;
import org.meent.desk.render.HtmlRenderer;
import org.meent.desk.report.DescribedReport;
import org.meent.desk.report.Wording;
import org.meent.models.described.Description;
import org.meent.models.described.HundredPeople;
import org.meent.protocols.refusal.ExitCode;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code meent described}: what released figures say of people like a described person. */
@Command(
    name = "described",
    description = {
      "Write one page for a client and a caseworker: of 100 people like this, which support they"
          + " had, what came after, what the support did, how sure that is, and what is not known.",
      "It reads the tables of a release request and no records. It looks nobody up, advises"
          + " nothing, and keeps nothing of what was typed but the page."
    },
    footer = {
      "",
      "Example:  meent described examples/nsw/requests/ID --with nodegree=1 --with married=0"
          + " --lang nl --out page.html"
    })
final class DescribedCommand extends Verb {
  @Parameters(
      paramLabel = "REQUEST",
      description = "Folder of a release request, as a run wrote it.")
  private Path request = Path.of("");

  @Option(
      names = "--with",
      paramLabel = "field=code",
      description =
          "What the person is like, once for each field; codes as in the tables, or the words for"
              + " them in --words. None: everybody.")
  private List<String> with = List.of();

  @Option(
      names = "--words",
      paramLabel = "FILE.yaml",
      description = "Plain words for fields, codes, supports and outcomes.")
  private @Nullable Path words;

  @Option(
      names = "--study",
      paramLabel = "STUDY",
      description =
          "Folder with the protocol of the request (default: the one that holds the request).")
  private @Nullable Path study;

  @Option(names = "--out", required = true, paramLabel = "FILE.html", description = "The page.")
  private Path out = Path.of("");

  DescribedCommand(Console console) {
    super(console);
  }

  @Override
  ExitCode execute() throws IOException {
    Description typed = Description.parse(with);
    Path folder = request.toAbsolutePath().normalize();
    Path target = out.toAbsolutePath().normalize();
    Path requests = folder.getParent();
    if (requests == null || requests.getParent() == null) {
      throw Refusal.badInput("desk.request.none", Where.file(request.toString())).asException();
    }
    if (target.startsWith(requests)) {
      throw Refusal.refused("desk.described.leaves", Where.file(out.toString())).asException();
    }
    ReleaseRequest released =
        ReleaseRequest.read(folder, study == null ? requests.getParent() : study);
    Wording wording = words == null ? Wording.NONE : Wording.read(words);
    HundredPeople people =
        HundredPeople.of(released.protocol(), released.sheets(), wording.coded(typed));
    LocalDate today = LocalDate.ofInstant(console().clock().instant(), ZoneOffset.UTC);
    write(
        target,
        HtmlRenderer.render(
            DescribedReport.of(
                released.protocol(), released.demonstration(), people, wording, today, locale())));
    say(text("described.done", out));
    return ExitCode.DONE;
  }

  private static void write(Path target, String page) throws IOException {
    Path partial = target.resolveSibling(target.getFileName() + ".partial");
    Files.writeString(partial, page, StandardCharsets.UTF_8);
    Files.move(
        partial, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
