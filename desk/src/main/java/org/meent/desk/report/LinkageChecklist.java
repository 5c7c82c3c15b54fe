// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.meent.desk.text.Texts;
import org.meent.disclosure.report.Block;
import org.meent.disclosure.report.Block.Column;
import org.meent.linkage.match.LinkageModel;
import org.meent.linkage.match.LinkageResult;
import org.meent.linkage.quality.LinkageQuality;
import org.meent.protocols.literature.Reference;

/**
 * What a reader of a study on linked data wants to know of the linkage, item by item: filled in
 * where the linkage knows it, and marked as not filled in where only people do.
 */
final class LinkageChecklist {
  private final LinkageResult result;
  private final Texts texts;
  private final List<List<String>> rows = new ArrayList<>();

  private LinkageChecklist(LinkageResult result, Texts texts) {
    this.result = result;
    this.texts = texts;
  }

  /** A heading and a table. */
  @Reference(
      authors = "R. Gilbert, R. Lafferty, G. Hagger-Johnson, K. Harron and others (2018)",
      title = "GUILD: GUidance for Information about Linking Data sets",
      source = "Journal of Public Health 40, 191-198",
      url = "https://doi.org/10.1093/pubmed/fdx037")
  static List<Block> of(LinkageResult result, Texts texts) {
    LinkageChecklist list = new LinkageChecklist(result, texts);
    list.data();
    list.method();
    list.quality();
    return table(list.rows, texts);
  }

  /** Items and their answers, under a heading. */
  static List<Block> table(List<List<String>> rows, Texts texts) {
    return List.of(
        new Block.Heading(2, texts.get("linkage.guild")),
        new Block.Table(
            texts.get("linkage.guild.table"),
            List.of(
                new Column(texts.get("linkage.guild.item"), false),
                new Column(texts.get("linkage.guild.answer"), false)),
            rows));
  }

  private void data() {
    LinkageModel model = result.model();
    people("purpose");
    people("collected");
    row("records", model.recordsLeft(), model.recordsRight());
    row("fields", names(model));
    long impossible = model.fields().stream().mapToLong(LinkageModel.Field::impossibleDates).sum();
    row("impossible", impossible);
    people("cleaning");
  }

  private static String names(LinkageModel model) {
    return model.fields().stream()
        .map(field -> field.name() + " (" + field.kind() + ")")
        .collect(Collectors.joining(", "));
  }

  private void method() {
    LinkageModel model = result.model();
    row("method", Figures.amount(result.job().method().threshold()));
    row("blocking", model.rules().size(), model.comparedPairs());
    row("review", result.quality().labels());
    people("who-linked");
  }

  private void quality() {
    LinkageQuality quality = result.quality();
    row("links", quality.links(), Math.round(quality.matches()));
    row(
        "errors",
        Figures.share(1 - quality.precision().value()),
        Figures.share(1 - quality.recall().value()));
    if (quality.groups().isEmpty()) {
      row("subgroups.none");
    } else {
      row("subgroups", quality.groups().size());
    }
    row(result.draws().count() == 0 ? "draws.none" : "draws", result.draws().count());
  }

  private void row(String key, Object... args) {
    String item = key.contains(".") ? key.substring(0, key.indexOf('.')) : key;
    rows.add(
        List.of(
            texts.get("linkage.guild." + item),
            texts.get("linkage.guild." + key + ".answer", args)));
  }

  /** An item that only people can fill in. */
  private void people(String key) {
    rows.add(List.of(texts.get("linkage.guild." + key), texts.get("linkage.guild.people")));
  }
}
