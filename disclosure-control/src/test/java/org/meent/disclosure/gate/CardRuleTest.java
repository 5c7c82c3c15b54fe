// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.meent.disclosure.output.Dimension;
import org.meent.disclosure.output.Evidence;
import org.meent.disclosure.output.FrequencyTable;
import org.meent.disclosure.output.ModelCard;
import org.meent.disclosure.output.ModelCard.Cell;
import org.meent.disclosure.output.ModelCard.Cited;
import org.meent.disclosure.output.ModelCard.Declared;
import org.meent.disclosure.output.ModelCard.Line;
import org.meent.disclosure.output.ModelCard.OfDigest;
import org.meent.disclosure.output.ModelCard.OfId;
import org.meent.disclosure.output.ModelCard.OfPopulation;
import org.meent.disclosure.output.ModelCard.OfTitle;
import org.meent.disclosure.output.ModelCard.Piece;
import org.meent.disclosure.output.ModelCard.Place;
import org.meent.disclosure.output.ModelCard.Words;
import org.meent.disclosure.output.Population;
import org.meent.disclosure.rule.RuleSet;
import org.meent.protocols.Protocol;
import org.meent.protocols.ProtocolFile;
import org.meent.protocols.canonical.ProtocolDigest;

/** A card shows what passed, as it passed, and nothing else. */
class CardRuleTest {
  private static final Protocol PROTOCOL =
      ProtocolFile.read(Path.of(System.getProperty("meent.root"), "examples/nsw"));

  /** One cell of three persons, which is left out, and so is another of its row and column. */
  private static final Judgement JUDGED =
      Gate.under(RuleSet.named("cbs-ra"))
          .judge(
              List.of(
                  new FrequencyTable(
                      "people",
                      "Persons in 1978. Within 1.5 km, at -20 to 5 degrees, by town and arm",
                      new Population("all", "everybody of 2016", 163),
                      "persons",
                      new Dimension("town", "town", List.of("a", "b", "c")),
                      new Dimension("arm", "arm", List.of("none", "coach")),
                      new Evidence.Counts(
                          List.of(List.of(40L, 3L), List.of(30L, 31L), List.of(29L, 30L)),
                          Evidence.Zeros.SAFE))));

  private static final Releasable PEOPLE = JUDGED.releasables().getFirst();

  private static ModelCard card(Piece... pieces) {
    return new ModelCard(
        "card", PROTOCOL, List.of(new Line("en", "found", List.of(), List.of(pieces))));
  }

  private static Piece cited(Place place, String shown) {
    return new Cited("people", PEOPLE.digest(), place, shown);
  }

  private static Decision judge(Piece... pieces) {
    return Gate.judge(card(pieces), JUDGED).decisions().getLast();
  }

  private static void refused(String code, Piece... pieces) {
    Decision decision = judge(pieces);
    assertThat(decision).isInstanceOf(Decision.Refusal.class);
    assertThat(decision.findings()).extracting(Finding::code).containsExactly(code);
    for (Locale language : List.of(Locale.ENGLISH, Locale.of("nl"))) {
      assertThat(decision.findings().getFirst().sentence(language)).doesNotContain("{", "999");
      assertThat(decision.findings().getFirst().advice(language)).isNotEmpty();
    }
  }

  private static int row(String town, String arm) {
    for (int row = 0; row < PEOPLE.rows().size(); row++) {
      if (PEOPLE.rows().get(row).subList(0, 2).equals(List.of(town, arm))) {
        return row;
      }
    }
    throw new AssertionError(town);
  }

  @Test
  void whatPassedMayBeSaidAsItPassed() {
    Decision decision =
        judge(
            new Words("There are "),
            cited(new Cell(row("Total", "Total"), 2), "163"),
            new Words(" people, "),
            cited(new OfPopulation(), "everybody of 2016"),
            cited(new OfPopulation(), "163"),
            cited(new OfTitle(), "Persons in 1978"),
            cited(new OfId(), "people"),
            cited(new OfDigest(), PEOPLE.digest()),
            new Declared("all-722"),
            new Declared(ProtocolDigest.of(PROTOCOL)),
            new Declared(PROTOCOL.usableUntil().toString()));
    assertThat(decision).isInstanceOf(Decision.Release.class);
    Releasable card = ((Decision.Release) decision).releasable();
    assertThat(card.kind()).isEqualTo(Releasable.Kind.CARD);
    assertThat(card.rows().getFirst().getLast()).startsWith("There are 163 people, everybody");
    assertThat(decision.findings())
        .extracting(Finding::code)
        .containsExactly("card.pass", "card.words-not-read");
    assertThat(Gate.judge(card(new Words("nothing")), JUDGED).counts()).isEqualTo(JUDGED.counts());
  }

  @Test
  void aFigureThatIsNotWhatLeavesIsRefused() {
    refused("card.not-there", cited(new Cell(row("Total", "Total"), 2), "164"));
    refused("card.not-there", cited(new Cell(row("b", "none"), 99), "30"));
    refused("card.not-there", cited(new Cell(-1, 2), "163"));
    refused("card.not-there", cited(new OfTitle(), "Persons in 1979"));
    refused("card.not-there", cited(new OfDigest(), "999"));
    refused("card.not-there", cited(new OfId(), "peoples"));
  }

  @Test
  void whatWasLeftOutCannotBeCited() {
    int hidden = row("a", "coach");
    assertThat(PEOPLE.rows().get(hidden).get(2)).isEqualTo(Releasable.MARK);
    refused("card.not-there", cited(new Cell(hidden, 2), "3"));
    refused("card.not-there", cited(new Cell(hidden, 2), Releasable.MARK));
  }

  /** 197 stands in 1978, and 78 too: a number is cited whole or not at all. */
  @Test
  void aNumberIsNotCutOutOfAnother() {
    refused("card.not-there", cited(new OfTitle(), "197"));
    refused("card.not-there", cited(new OfTitle(), "78"));
    refused("card.not-there", cited(new OfPopulation(), "16"));
    refused("card.not-there", cited(new OfTitle(), "1"));
    refused("card.not-there", cited(new OfTitle(), ".5 km"));
    refused("card.not-there", cited(new OfTitle(), "20"));
    for (String whole :
        List.of("1978", "in 1978", "1978.", "1.5", "-20", "to 5", "Within 1.5 km,")) {
      assertThat(judge(cited(new OfTitle(), whole))).isInstanceOf(Decision.Release.class);
    }
  }

  @Test
  void whatDidNotPassOrChangedSinceCannotBeCited() {
    refused("card.not-passed", new Cited("other", PEOPLE.digest(), new OfId(), "other"));
    refused(
        "card.other-version",
        new Cited("people", "0".repeat(64), new Cell(row("b", "none"), 2), "30"));
  }

  @Test
  void digitsOfNowhereAreRefused() {
    refused("card.words", new Words("999 people"));
    refused("card.words", new Words("½ of them"));
    refused("card.words", new Words("٣ of them"));
    refused("card.declared", new Declared("999"));
    refused("card.declared", new Declared("all-999"));
  }

  @Test
  void aCardHasAnIdOfItsOwn() {
    ModelCard same = new ModelCard("people", PROTOCOL, List.of());
    assertThatThrownBy(() -> Gate.judge(same, JUDGED)).isInstanceOf(IllegalArgumentException.class);
  }
}
