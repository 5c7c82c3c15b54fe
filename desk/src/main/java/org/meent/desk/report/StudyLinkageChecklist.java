// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.meent.desk.text.Texts;
import org.meent.disclosure.report.Block;
import org.meent.linkage.match.LinkageModel;
import org.meent.linkage.pairing.PairingAccount;
import org.meent.linkage.quality.LinkageQuality;
import org.meent.linkage.source.LinkageAccount;
import org.meent.protocols.PairingPlan;
import org.meent.protocols.Protocol;
import org.meent.protocols.SourcePlan;
import org.meent.protocols.literature.Reference;

/**
 * What a reader wants to know of the linkage of a study, item by item. The protocol knows what a
 * linkage of two loose files does not: why it is done, who allowed it, who collected what for what.
 */
final class StudyLinkageChecklist {
  private final Protocol protocol;
  private final Texts texts;
  private final List<List<String>> rows = new ArrayList<>();

  private StudyLinkageChecklist(Protocol protocol, Texts texts) {
    this.protocol = protocol;
    this.texts = texts;
  }

  /** A heading and a table. */
  @Reference(
      authors = "E. I. Benchimol, L. Smeeth, A. Guttmann and others (2015)",
      title =
          "The REporting of studies Conducted using Observational Routinely-collected health"
              + " Data (RECORD) statement",
      source = "PLoS Medicine 12, e1001885",
      url = "https://doi.org/10.1371/journal.pmed.1001885")
  static List<Block> of(Protocol protocol, LinkageAccount account, Texts texts) {
    StudyLinkageChecklist list = new StudyLinkageChecklist(protocol, texts);
    list.study();
    account.joins().forEach(list::join);
    return LinkageChecklist.table(list.rows, texts);
  }

  private void study() {
    row("", "purpose", protocol.purpose().label() + ": " + protocol.relevance().scientific());
    row("", "keys", protocol.feasibility().linkageKeys());
    row("", "who-linked", String.join(", ", protocol.people().researchers()));
    protocol
        .linkage()
        .bridge()
        .ifPresent(bridge -> row("", "bridge", texts.get("linkage.study.bridge", bridge.source())));
  }

  private void join(LinkageAccount.Join join) {
    String source = join.source();
    SourcePlan plan = java.util.Objects.requireNonNull(protocol.sources().get(source));
    row(source, "collected", plan.holder() + ": " + plan.collectedFor());
    row(source, "cleaning", cleaning(plan));
    join.pairing()
        .ifPresentOrElse(
            pairing -> pairing(source, pairing),
            () -> row(source, "method", texts.get("linkage.study.by-key")));
  }

  /** What counts as unknown, as declared. */
  private String cleaning(SourcePlan plan) {
    String missing =
        plan.variables().entrySet().stream()
            .filter(variable -> !variable.getValue().missing().isEmpty())
            .map(
                variable ->
                    variable.getKey() + ": " + String.join(", ", variable.getValue().missing()))
            .collect(Collectors.joining("; "));
    return missing.isEmpty()
        ? texts.get("linkage.study.cleaning.none")
        : texts.get("linkage.study.cleaning", missing);
  }

  private void pairing(String source, PairingAccount pairing) {
    PairingPlan plan = java.util.Objects.requireNonNull(protocol.linkage().pairings().get(source));
    LinkageModel model = pairing.model();
    LinkageQuality quality = pairing.quality();
    row(
        source,
        "permission",
        plan.permission().reason() + " (" + plan.permission().agreedBy() + ")");
    answer(source, "records", pairing.persons(), pairing.records());
    answer(
        source,
        "fields",
        model.fields().stream()
            .map(field -> field.name() + " (" + field.kind() + ")")
            .collect(Collectors.joining(", ")));
    long impossible = model.fields().stream().mapToLong(LinkageModel.Field::impossibleDates).sum();
    answer(source, "impossible", impossible);
    answer(source, "method", Figures.amount(pairing.threshold()));
    answer(source, "blocking", model.rules().size(), model.comparedPairs());
    answer(source, "review", quality.labels());
    answer(source, "links", quality.links(), Math.round(quality.matches()));
    answer(
        source,
        "errors",
        Figures.share(1 - quality.precision().value()),
        Figures.share(1 - quality.recall().value()));
    row(source, "draws", draws(pairing.draws()));
  }

  private String draws(int draws) {
    return draws == 0
        ? texts.get("linkage.study.draws.none")
        : texts.get("linkage.guild.draws.answer", draws);
  }

  private void answer(String source, String item, Object... args) {
    row(source, item, texts.get("linkage.guild." + item + ".answer", args));
  }

  private void row(String source, String item, String answer) {
    String words = texts.get("linkage.guild." + item);
    rows.add(List.of(source.isEmpty() ? words : source + ": " + words, answer));
  }
}
