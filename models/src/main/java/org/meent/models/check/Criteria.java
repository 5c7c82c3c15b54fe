// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/**
 * What gates hold results against, fixed in a file before the data are seen. Meent ships one, with
 * a source or a reason beside each number; a file of one's own may set some of them otherwise.
 *
 * @param values every criterion
 * @param breaks periods in which something else changed
 * @param declaredGroups columns whose effects by group were planned; others are exploratory
 * @param sha256 of the bytes of the file, in hexadecimal
 */
public record Criteria(
    Map<Criterion, Double> values, List<Break> breaks, Set<String> declaredGroups, String sha256) {
  private static final String SHIPPED = "META-INF/meent/criteria/models.json";

  /** Copies the collections; a criterion without a value is a fault of the caller. */
  public Criteria {
    values = Collections.unmodifiableMap(new EnumMap<>(values));
    breaks = List.copyOf(breaks);
    declaredGroups = Set.copyOf(declaredGroups);
    if (values.size() != Criterion.values().length) {
      throw new IllegalArgumentException("a criterion has no value");
    }
  }

  /**
   * A period in which something else changed for everybody.
   *
   * @param id its name
   * @param from first day
   * @param to last day
   */
  public record Break(String id, LocalDate from, LocalDate to) {}

  /** The criteria that Meent ships. */
  public static Criteria shipped() {
    try (InputStream in = Criteria.class.getClassLoader().getResourceAsStream(SHIPPED)) {
      if (in == null) {
        throw new IllegalStateException("missing criteria " + SHIPPED);
      }
      byte[] bytes = in.readAllBytes();
      return new CriteriaFile("models.json").read(text(bytes), Map.of(), List.of(), hash(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The shipped criteria with those of a file in their place.
   *
   * @throws org.meent.protocols.refusal.RefusalException if the file is not as it should be
   */
  public static Criteria read(Path file) {
    Criteria shipped = shipped();
    String name = String.valueOf(file.getFileName());
    try {
      byte[] bytes = Files.readAllBytes(file);
      return new CriteriaFile(name).read(text(bytes), shipped.values, shipped.breaks, hash(bytes));
    } catch (IOException e) {
      throw Refusal.badInput("models.criteria.unreadable", Where.file(name)).asException();
    }
  }

  /** The value of a criterion. */
  public double of(Criterion criterion) {
    return values.getOrDefault(criterion, Double.NaN);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of()
          .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
