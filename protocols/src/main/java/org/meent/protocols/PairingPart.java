// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols;

import java.math.BigDecimal;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.meent.protocols.PairingPlan.Field;
import org.meent.protocols.PairingPlan.Permission;
import org.meent.protocols.yaml.Fields;

/** What a join by probability says beside its relation. */
final class PairingPart {
  private static final BigDecimal USUAL = new BigDecimal("0.5");
  private static final BigDecimal LEAST = new BigDecimal("0.01");
  private static final BigDecimal MOST = new BigDecimal("0.999");
  private static final int FEWEST_FIELDS = 2;

  private final @Nullable SourcePlan base;
  private final @Nullable SourcePlan source;

  PairingPart(@Nullable SourcePlan base, @Nullable SourcePlan source) {
    this.base = base;
    this.source = source;
  }

  PairingPlan read(Fields at) {
    SequencedMap<String, Field> fields = at.named("fields", FEWEST_FIELDS, this::field);
    BigDecimal threshold = at.has("threshold") ? at.decimal("threshold", LEAST, MOST) : USUAL;
    if (!at.has("permission")) {
      at.problems().refused("protocols.linkage.no-permission", at.at("by"));
      return new PairingPlan(new Permission("", ""), fields, threshold);
    }
    Permission permission =
        at.fields("permission", p -> new Permission(p.text("reason"), p.text("agreed-by")));
    return new PairingPlan(permission, fields, threshold);
  }

  /** A column bears the name of its field unless told otherwise. */
  private Field field(String name, Fields at) {
    Field field =
        new Field(
            at.choice("kind", PairingPlan.Kind.class),
            at.text("base", name),
            at.text("source", name));
    identifier(at, field, field.base(), base);
    identifier(at, field, field.source(), source);
    return field;
  }

  /** What names a person may be compared and nothing else; a pseudonym is never compared. */
  private static void identifier(Fields at, Field field, String column, @Nullable SourcePlan plan) {
    List<String> keys = plan == null ? List.of() : plan.keyColumns();
    if (keys.contains(column)) {
      at.problems().badInput("protocols.linkage.key-compared", at.spot(), column);
    } else if (plan != null && plan.variables().containsKey(column) && field.kind().isDirect()) {
      at.problems().refused("protocols.linkage.identifier-as-variable", at.spot(), column);
    }
  }
}
