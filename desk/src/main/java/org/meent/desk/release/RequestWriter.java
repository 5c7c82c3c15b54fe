// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.meent.desk.card.CardPage;
import org.meent.desk.render.CsvRenderer;
import org.meent.desk.render.DocxRenderer;
import org.meent.desk.render.HtmlRenderer;
import org.meent.desk.render.MarkdownRenderer;
import org.meent.desk.render.XlsxRenderer;
import org.meent.desk.report.CheckerExplanation;
import org.meent.desk.text.Texts;
import org.meent.disclosure.gate.Judgement;
import org.meent.disclosure.gate.Releasable;
import org.meent.disclosure.repair.Advised;
import org.meent.disclosure.report.Block;
import org.meent.disclosure.report.Report;
import org.meent.ethics.Mandate;
import org.meent.ethics.Waiver;
import org.meent.ethics.WaiverStatement;

/**
 * Writes a release request, in which {@code outputs/} is what is asked out and everything else is
 * for the checkers:
 *
 * <ul>
 *   <li>{@code outputs/<id>.csv}, and all of them in {@code outputs/outputs.xlsx};
 *   <li>a model card in each language too: {@code outputs/<id>-nl.md}, {@code .html}, {@code
 *       .docx};
 *   <li>{@code findings.json}: what the gate found, per output;
 *   <li>{@code explanation-en.html}, {@code explanation-nl.html}: the same in words;
 *   <li>{@code waivers/}: what checkers set aside and signed, where there is anything;
 *   <li>{@code request.json}: protocol, digest, run, rule set; the only file that names the run.
 * </ul>
 */
public final class RequestWriter {
  private static final String OUTPUTS = "outputs";

  private final Mandate mandate;
  private final String run;
  private final String build;
  private final Judgement judgement;
  private final Advised advised;

  /** A request of one run. */
  public RequestWriter(Mandate mandate, String run, String build, Advised advised) {
    this.mandate = mandate;
    this.run = run;
    this.build = build;
    this.advised = advised;
    judgement = advised.judgement();
  }

  /** Writes all files into an empty folder. */
  public void into(Path folder) throws IOException {
    Path outputs = Files.createDirectories(folder.resolve(OUTPUTS));
    for (Releasable releasable : judgement.releasables()) {
      text(outputs.resolve(releasable.id() + ".csv"), CsvRenderer.render(releasable.table()));
      if (releasable.kind() == Releasable.Kind.CARD) {
        card(releasable, outputs);
      }
    }
    Files.write(outputs.resolve("outputs.xlsx"), XlsxRenderer.render(workbook()));
    Files.write(folder.resolve("findings.json"), RequestJson.findings(advised));
    Files.write(
        folder.resolve("request.json"), RequestJson.request(mandate, run, build, judgement));
    for (Releasable releasable : judgement.releasables()) {
      for (Waiver waiver : releasable.waivers()) {
        signed(Files.createDirectories(folder.resolve("waivers")), waiver);
      }
    }
    for (String language : List.of("en", "nl")) {
      text(
          folder.resolve("explanation-" + language + ".html"),
          HtmlRenderer.render(CheckerExplanation.of(mandate, advised, Locale.of(language))));
    }
  }

  private void card(Releasable card, Path outputs) throws IOException {
    for (String language : List.of("en", "nl")) {
      Report page =
          CardPage.of(
              card,
              mandate.protocol().identity().title(),
              mandate.demonstration(),
              Locale.of(language));
      String name = card.id() + "-" + language;
      text(outputs.resolve(name + ".md"), MarkdownRenderer.render(page));
      text(outputs.resolve(name + ".html"), HtmlRenderer.render(page));
      Files.write(outputs.resolve(name + ".docx"), DocxRenderer.render(page));
    }
  }

  private Report workbook() {
    List<Block> tables = new ArrayList<>();
    for (Releasable releasable : judgement.releasables()) {
      tables.add(new Block.Heading(2, releasable.id()));
      tables.add(releasable.table());
    }
    return new Report(
        Texts.of(Locale.ENGLISH).get("request.title", mandate.protocol().identity().title()),
        Report.Marking.FOR_CHECKERS,
        mandate.demonstration(),
        Locale.ENGLISH,
        tables);
  }

  private static void signed(Path folder, Waiver waiver) throws IOException {
    int number = 0;
    for (Waiver.Signed signed : waiver.signed()) {
      number++;
      WaiverStatement said = signed.statement();
      String name = said.output() + "--" + said.rule() + "--" + number + ".json";
      Files.write(folder.resolve(name), said.bytes());
      Files.write(folder.resolve(name + ".p7s"), signed.signature());
    }
  }

  private static void text(Path file, String text) throws IOException {
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }
}
