// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

import java.util.ArrayList;
import java.util.List;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/**
 * A column and its kind, as given by the user.
 *
 * @param column the name in the header
 * @param kind how it is compared
 */
public record FieldSpec(String column, FieldKind kind) {

  /**
   * Reads {@code name:kind,name:kind,…}, the form of the command line.
   *
   * @throws org.meent.protocols.refusal.RefusalException if a kind is unknown or missing
   */
  public static List<FieldSpec> parse(String text) {
    List<FieldSpec> fields = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      int colon = part.lastIndexOf(':');
      String label = colon < 0 ? "" : part.substring(colon + 1).strip();
      FieldKind kind =
          FieldKind.ofLabel(label)
              .orElseThrow(
                  () ->
                      Refusal.usage(
                              "linkage.match.unknown-kind",
                              Where.field("--fields"),
                              label.isEmpty() ? part.strip() : label)
                          .asException());
      fields.add(new FieldSpec(part.substring(0, colon).strip(), kind));
    }
    return fields;
  }
}
