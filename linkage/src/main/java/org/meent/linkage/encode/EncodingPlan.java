// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.encode;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.meent.linkage.match.FieldKind;
import org.meent.protocols.yaml.Fields;
import org.meent.protocols.yaml.Problems;
import org.meent.protocols.yaml.YamlFile;

/**
 * How records are encoded; all holders of a linkage use the same plan and the same key.
 *
 * <pre>
 * method: record            # pseudonym | field | record
 * id: rec_id
 * bits: 1024
 * hardening: [xor-fold, balance]
 * limit: 0.01               # most records that an attack may re-identify
 * key-store: linkage.p12    # beside the plan; may be left out, and named to the command
 * pass-phrase-file: phrase.txt   # may be left out: then the pass-phrase is asked
 * fields:
 *   - {column: surname, kind: surname, grams: 2, hashes: 20}
 * </pre>
 *
 * @param method what an encoding is made of
 * @param id the column that names a record; it stays as it is
 * @param bits length of a filter before hardening, a multiple of 128
 * @param hardening what is done to a filter against attacks, in this order
 * @param limit largest share of records that an attack may re-identify
 * @param secret where the key is; never the key or its pass-phrase itself
 * @param fields the encoded columns
 */
public record EncodingPlan(
    Method method,
    String id,
    int bits,
    List<Hardening> hardening,
    double limit,
    Secret secret,
    List<FieldPlan> fields) {

  /**
   * Where the key of a plan is found.
   *
   * @param store the key store
   * @param passPhraseFile the file that holds its pass-phrase
   */
  public record Secret(Optional<Path> store, Optional<Path> passPhraseFile) {
    private static Secret read(Fields top, Path plan) {
      return new Secret(beside(top, "key-store", plan), beside(top, "pass-phrase-file", plan));
    }

    private static Optional<Path> beside(Fields top, String name, Path plan) {
      return top.has(name) ? Optional.of(plan.resolveSibling(top.text(name))) : Optional.empty();
    }
  }

  /** What an encoding is made of. */
  public enum Method {
    /** HMAC-SHA-256 over all fields together: only records that are the same link. */
    PSEUDONYM,
    /** One Bloom filter for each field. */
    FIELD,
    /** One Bloom filter for all fields of a record. */
    RECORD
  }

  /** What is done to a filter against attacks. */
  public enum Hardening {
    /** The two halves are laid over each other, bit by bit exclusive or. */
    XOR_FOLD,
    /** The filter and its negation, bits shuffled: every filter has the same number of ones. */
    BALANCE
  }

  /**
   * One column.
   *
   * @param column its name
   * @param kind what it is; decides how values are written before they are cut
   * @param grams letters per piece
   * @param hashes bits set per piece
   * @param padding whether blanks around a value are pieces too
   */
  public record FieldPlan(String column, FieldKind kind, int grams, int hashes, boolean padding) {}

  private static final int LEAST_BITS = 256;
  private static final int MOST_BITS = 8192;
  private static final Set<FieldKind> USELESS = Set.of(FieldKind.IGNORE, FieldKind.ENCODING);

  /** Copies the lists. */
  public EncodingPlan {
    hardening = List.copyOf(hardening);
    fields = List.copyOf(fields);
  }

  /**
   * Reads a plan.
   *
   * @throws org.meent.protocols.refusal.RefusalException with everything that is wrong
   */
  public static EncodingPlan read(Path file) {
    String name = String.valueOf(file.getFileName());
    Problems problems = new Problems(name);
    Fields top = Fields.of(YamlFile.read(file, name), problems);
    EncodingPlan plan =
        new EncodingPlan(
            top.choice("method", Method.class),
            top.text("id"),
            (int) (top.integer("bits", LEAST_BITS, MOST_BITS) / 128 * 128),
            top.has("hardening") ? top.choices("hardening", Hardening.class) : List.of(),
            top.decimal("limit", BigDecimal.ZERO, BigDecimal.ONE).doubleValue(),
            Secret.read(top, file),
            top.list("fields", 1, EncodingPlan::field));
    top.done();
    for (FieldPlan field : plan.fields) {
      if (USELESS.contains(field.kind())) {
        problems.badInput("linkage.encode.kind", top.at("fields"), field.column());
      }
    }
    problems.throwIfAny();
    return plan;
  }

  private static FieldPlan field(Fields fields) {
    return new FieldPlan(
        fields.text("column"),
        fields.choice("kind", FieldKind.class),
        (int) fields.integer("grams", 1, 4),
        (int) fields.integer("hashes", 1, 100),
        !fields.has("padding") || fields.text("padding").equals("true"));
  }
}
