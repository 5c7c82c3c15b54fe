// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.meent.protocols.SourcePlan.Exemption;
import org.meent.protocols.SourcePlan.LockedPath;
import org.meent.protocols.SourcePlan.TextFormat;
import org.meent.protocols.SourcePlan.Timing;
import org.meent.protocols.SourcePlan.Variable;

/**
 * A variable that the researcher's own SQL derives from declared tables, at most one value for a
 * person. What the text does is not followed: wherever the variable is used, its lineage is not
 * traced.
 *
 * @param sql the file with the text, and what it must be
 * @param from the sources whose declared variables it may see
 * @param variable what comes out
 */
public record ScriptPlan(LockedPath sql, List<String> from, Variable variable) {
  /** The one variable of the source that a script makes. */
  public static final String VALUE = "value";

  /** What is said of everything that uses such a variable. */
  public static final String UNTRACED = "lineage not traced";

  /** Copies the list. */
  public ScriptPlan {
    from = List.copyOf(from);
  }

  /** What comes out, as a source of the cohort. */
  public SourcePlan asSource() {
    SequencedMap<String, Variable> variables = new LinkedHashMap<>();
    variables.put(VALUE, variable);
    return new SourcePlan(
        "this study",
        List.of(sql),
        TextFormat.NONE,
        List.of(),
        List.of(),
        UNTRACED,
        SourcePlan.Kind.REGISTER,
        Timing.NONE,
        variables,
        Exemption.NONE);
  }
}
