// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.report;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.meent.models.described.Description;
import org.meent.models.described.Likeness;
import org.meent.protocols.yaml.Fields;
import org.meent.protocols.yaml.Problems;
import org.meent.protocols.yaml.YamlFile;

/**
 * Plain words for the names of a study, in one language: what a field is called, what a code of it
 * means, what a support and an outcome are. It holds words and no figures.
 *
 * @param fields words by field
 * @param supports words by arm
 * @param outcomes words by outcome
 */
public record Wording(
    Map<String, Field> fields, Map<String, String> supports, Map<String, String> outcomes) {
  /** No words: names are shown as they are. */
  public static final Wording NONE = new Wording(Map.of(), Map.of(), Map.of());

  /**
   * Words of a field.
   *
   * @param name what it is called
   * @param codes what people with a code are called
   */
  public record Field(String name, Map<String, String> codes) {

    /** Copies the codes. */
    public Field {
      codes = Map.copyOf(codes);
    }
  }

  /** Copies the words. */
  public Wording {
    fields = Map.copyOf(fields);
    supports = Map.copyOf(supports);
    outcomes = Map.copyOf(outcomes);
  }

  /**
   * Reads a file of words.
   *
   * @throws org.meent.protocols.refusal.RefusalException with everything that is wrong in it
   */
  public static Wording read(Path file) {
    String name = String.valueOf(file.getFileName());
    Problems problems = new Problems(name);
    Fields top = Fields.of(YamlFile.read(file, name), problems);
    Wording wording =
        new Wording(
            top.has("fields") ? top.named("fields", 0, (field, at) -> field(at)) : Map.of(),
            top.has("supports") ? top.namedTexts("supports", 0) : Map.of(),
            top.has("outcomes") ? top.namedTexts("outcomes", 0) : Map.of());
    top.done();
    problems.throwIfAny();
    return wording;
  }

  private static Field field(Fields at) {
    String name = at.text("name");
    Map<String, String> codes = new HashMap<>();
    if (at.has("codes")) {
      at.list("codes", 0, one -> codes.put(one.text("is"), one.text("say")));
    }
    return new Field(name, codes);
  }

  /** The description with codes where people typed the words for them. */
  public Description coded(Description typed) {
    SequencedMap<String, String> coded = new LinkedHashMap<>();
    typed
        .fields()
        .forEach(
            (field, said) ->
                coded.put(
                    field,
                    codes(field).entrySet().stream()
                        .filter(entry -> entry.getValue().equalsIgnoreCase(said))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(said)));
    return new Description(coded);
  }

  String field(String name) {
    Field field = fields.get(name);
    return field == null ? plain(name) : field.name();
  }

  String code(String field, String code) {
    return codes(field).getOrDefault(code, code);
  }

  String support(String arm) {
    return supports.getOrDefault(arm, plain(arm));
  }

  String outcome(String name, String label) {
    return outcomes.getOrDefault(name, label);
  }

  /** The people of a group, in words; empty for everybody. */
  String group(Likeness group) {
    return group.codes().entrySet().stream()
        .map(
            entry ->
                codes(entry.getKey())
                    .getOrDefault(
                        entry.getValue(), field(entry.getKey()) + " = " + entry.getValue()))
        .collect(Collectors.joining(", "));
  }

  private Map<String, String> codes(String field) {
    Field words = fields.get(field);
    return words == null ? Map.of() : words.codes();
  }

  private static String plain(String name) {
    return name.replace('-', ' ').replace('_', ' ');
  }
}
