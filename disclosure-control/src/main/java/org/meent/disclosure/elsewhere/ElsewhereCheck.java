// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.elsewhere;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.meent.disclosure.gate.Gate;
import org.meent.disclosure.measure.Recipe;
import org.meent.disclosure.output.StatisticalOutput;
import org.meent.disclosure.repair.Advised;
import org.meent.disclosure.rule.RuleSet;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.RefusalException;
import org.meent.protocols.refusal.Where;

/**
 * Checks outputs that were made elsewhere, all together, as one request would be. Without the
 * records the best verdict is <em>review</em>; with them the counts and contributors behind each
 * figure are measured again, and a file that does not agree is refused.
 *
 * <p>Not checked: figures in pictures and texts, and whether the file came from the records at all
 * where none are given.
 */
public final class ElsewhereCheck {
  private final RuleSet rules;
  private final Optional<Records> records;
  private final Optional<Path> evidence;
  private final Optional<String> kind;

  private ElsewhereCheck(
      RuleSet rules, Optional<Records> records, Optional<Path> evidence, Optional<String> kind) {
    this.rules = rules;
    this.records = records;
    this.evidence = evidence;
    this.kind = kind;
  }

  /** A check under these rules, with nothing but the files. */
  public static ElsewhereCheck under(RuleSet rules) {
    return new ElsewhereCheck(rules, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The same check with the records behind the outputs. */
  public ElsewhereCheck with(Records behind) {
    return new ElsewhereCheck(rules, Optional.of(behind), evidence, kind);
  }

  /** The same check with a file of evidence that stands beside each output, cell by cell. */
  public ElsewhereCheck withEvidence(Path file) {
    return new ElsewhereCheck(rules, records, Optional.of(file), kind);
  }

  /** The same check, of files that are all of this kind unless they say another one. */
  public ElsewhereCheck asKind(String word) {
    return new ElsewhereCheck(rules, records, evidence, Optional.of(word));
  }

  /**
   * Checks files.
   *
   * @param files tidy CSV, or the {@code results.json} of ACRO
   * @return one verdict per output, in the order of the files
   * @throws RefusalException if a file cannot be read, contradicts itself (bad input), or does not
   *     agree with the records (verification failed)
   */
  public List<Checked> of(List<Path> files) {
    List<Sheets.Source> sources = new ArrayList<>();
    for (Path file : files) {
      sources.addAll(Sheets.of(file, evidence, kind));
    }
    Knowledge knowledge =
        new Knowledge(
            new Populations(
                records.isPresent() ? OptionalInt.of(records.get().size()) : OptionalInt.empty()),
            records,
            rules.limit(RuleSet.MINIMUM_UNITS).whole());
    List<Reading> readings = readings(sources, knowledge);
    if (records.isPresent()) {
      // Only after the first reading is it known which records lie within which others.
      readings = readings(sources, knowledge);
    }
    checkNames(sources, readings);
    List<StatisticalOutput> request =
        readings.stream()
            .flatMap(
                reading ->
                    reading instanceof Reading.Whole whole
                        ? java.util.stream.Stream.of(whole.output())
                        : java.util.stream.Stream.empty())
            .toList();
    Map<String, Recipe> recipes = new HashMap<>();
    for (Reading reading : readings) {
      if (reading instanceof Reading.Whole whole) {
        whole.recipe().ifPresent(recipe -> recipes.put(whole.id(), recipe));
      }
    }
    Verdicts verdicts = new Verdicts(Advised.of(Gate.under(rules), rules, request, recipes));
    List<Checked> checked = new ArrayList<>();
    for (int i = 0; i < sources.size(); i++) {
      checked.add(verdicts.of(sources.get(i), readings.get(i)));
    }
    return checked;
  }

  private static List<Reading> readings(List<Sheets.Source> sources, Knowledge knowledge) {
    return sources.stream().map(source -> reading(source, knowledge)).toList();
  }

  /** Reads an output; one whose figures and evidence cannot belong together is refused. */
  private static Reading reading(Sheets.Source source, Knowledge knowledge) {
    try {
      return source.content().read(knowledge);
    } catch (IllegalArgumentException | ArithmeticException unfit) {
      throw Refusal.badInput("disclosure.elsewhere.unfit", Where.file(source.file())).asException();
    }
  }

  private static void checkNames(List<Sheets.Source> sources, List<Reading> readings) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < readings.size(); i++) {
      if (!seen.add(readings.get(i).id())) {
        throw Refusal.badInput(
                "disclosure.elsewhere.output-twice",
                Where.file(sources.get(i).file()),
                readings.get(i).id())
            .asException();
      }
    }
  }
}
