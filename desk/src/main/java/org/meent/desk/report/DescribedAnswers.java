// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.meent.desk.text.Texts;
import org.meent.disclosure.report.Block;
import org.meent.disclosure.report.Block.Column;
import org.meent.models.described.Answer;
import org.meent.models.described.Likeness;
import org.meent.models.described.SupportAnswer;
import org.meent.models.described.SupportAnswer.GroupAnswer;
import org.meent.protocols.CohortPlan;
import org.meent.protocols.Protocol;

/** What each support did, for the page of a described person: in one table, and in sentences. */
final class DescribedAnswers {
  private final Protocol protocol;
  private final Wording wording;
  private final Locale language;
  private final Texts texts;

  DescribedAnswers(Protocol protocol, Wording wording, Locale language) {
    this.protocol = protocol;
    this.wording = wording;
    this.language = language;
    this.texts = Texts.of(language);
  }

  List<Block> inShort(List<SupportAnswer> supports) {
    if (supports.isEmpty()) {
      return List.of(
          new Block.Heading(2, texts.get("described.short")),
          new Block.Paragraph(texts.get("described.short.nothing")));
    }
    List<List<String>> rows = new ArrayList<>();
    for (SupportAnswer support : supports) {
      for (GroupAnswer group : support.groups()) {
        rows.add(
            List.of(
                wording.support(support.arm()),
                outcome(support),
                group(group.group()),
                brief(support, group.answer())));
      }
    }
    return List.of(
        new Block.Heading(2, texts.get("described.short")),
        new Block.Paragraph(texts.get("described.short.text")),
        new Block.Table(
            texts.get("described.short.table"),
            List.of(
                new Column(texts.get("described.support"), false),
                new Column(texts.get("described.outcome"), false),
                new Column(texts.get("described.whom"), false),
                new Column(texts.get("described.answer"), false)),
            rows));
  }

  List<Block> atLength(List<SupportAnswer> supports) {
    List<Block> blocks = new ArrayList<>();
    if (supports.isEmpty()) {
      return blocks;
    }
    blocks.add(new Block.Heading(2, texts.get("described.effect")));
    boolean drawn = protocol.cohort().assignment() == CohortPlan.Assignment.RANDOMISED;
    blocks.add(
        new Block.Paragraph(texts.get(drawn ? "described.effect.lot" : "described.effect.text")));
    for (SupportAnswer support : supports) {
      String arm = wording.support(support.arm());
      String reference = wording.support(support.reference());
      blocks.add(new Block.Heading(3, texts.get("described.effect.of", arm, reference)));
      blocks.add(new Block.Paragraph(texts.get("described.population", support.population())));
      for (GroupAnswer group : support.groups()) {
        blocks.add(new Block.Paragraph(sentence(support, group, arm, reference)));
      }
      if (support.groups().size() > 1) {
        blocks.add(new Block.Paragraph(texts.get("described.several")));
      }
    }
    blocks.add(new Block.Paragraph(texts.get("described.sure", ranges(supports))));
    return blocks;
  }

  private static long ranges(List<SupportAnswer> supports) {
    return supports.stream()
        .flatMap(support -> support.groups().stream())
        .filter(group -> !(group.answer() instanceof Answer.NoFigure))
        .count();
  }

  private String brief(SupportAnswer support, Answer answer) {
    return switch (answer) {
      case Answer.Difference found -> {
        Between sizes = sizes(support, found);
        yield texts.get(
            found.higher() ? "described.brief.more" : "described.brief.less",
            sizes.least(),
            sizes.most(),
            ofHundred(support));
      }
      case Answer.Undecided _ -> texts.get("described.unknown");
      case Answer.NoFigure _ -> texts.get("described.unknown");
    };
  }

  private String sentence(SupportAnswer support, GroupAnswer group, String arm, String reference) {
    String about = texts.get("described.about", group(group.group()));
    String whom =
        switch (group.estimand()) {
          case "att" -> " " + texts.get("described.whom.att", arm);
          case "atc" -> " " + texts.get("described.whom.atc", reference);
          case "overlap" -> " " + texts.get("described.whom.overlap");
          default -> "";
        };
    String said =
        switch (group.answer()) {
          case Answer.Difference found -> {
            Between sizes = sizes(support, found);
            yield texts.get(
                found.higher() ? "described.more" : "described.less",
                arm,
                reference,
                outcome(support),
                sizes.least(),
                sizes.most(),
                ofHundred(support));
          }
          case Answer.Undecided open -> {
            Between sizes = Between.of(open.lower(), open.upper(), share(support), language);
            yield texts.get(
                "described.undecided",
                arm,
                outcome(support),
                sizes.least(),
                sizes.most(),
                ofHundred(support));
          }
          case Answer.NoFigure none -> texts.get(why(none.why()), arm, reference);
        };
    return about + " " + said + (group.answer() instanceof Answer.NoFigure ? "" : whom);
  }

  private static String why(Answer.Why why) {
    return switch (why) {
      case LEFT_OUT -> "described.no.left-out";
      case TOO_FEW -> "described.no.too-few";
      case NOT_COMPARABLE -> "described.no.not-comparable";
      case NOT_COMPARED -> "described.no.not-compared";
    };
  }

  /** From the end nearer to nothing to the other one. */
  private Between sizes(SupportAnswer support, Answer.Difference found) {
    return found.higher()
        ? Between.of(found.lower(), found.upper(), share(support), language)
        : Between.of(found.upper(), found.lower(), share(support), language);
  }

  private boolean share(SupportAnswer support) {
    return protocol.cohort().isYesOrNo(support.outcome());
  }

  private String ofHundred(SupportAnswer support) {
    return share(support) ? " " + texts.get("described.among-hundred") : "";
  }

  private String outcome(SupportAnswer support) {
    return wording.outcome(support.outcome(), protocol.cohort().label(support.outcome()));
  }

  private String group(Likeness group) {
    String words = wording.group(group);
    return words.isEmpty() ? texts.get("described.everybody") : words;
  }
}
