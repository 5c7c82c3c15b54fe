// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.gate;

import java.util.Arrays;
import java.util.List;
import org.meent.disclosure.report.Block.Verdict;
import org.meent.disclosure.rule.Limit;

/**
 * What a rule says of a row, or of a whole output. On a row {@link Verdict#FAIL} leaves its figures
 * out; on a whole output it refuses it.
 *
 * @param rule id of the limit, or of the check where it has no limit
 * @param verdict how the check ended
 * @param code which sentence
 * @param args what the sentence names; never a figure
 */
record Concern(String rule, Verdict verdict, String code, List<String> args) {
  static Concern of(String rule, Verdict verdict, String code, Object... args) {
    return new Concern(rule, verdict, code, Arrays.stream(args).map(String::valueOf).toList());
  }

  /** A limit that is not kept: the verdict is the rule set's. */
  static Concern of(Limit limit, String code, Object... args) {
    return of(limit.id(), limit.verdict(), code, args);
  }

  Finding about(String subject) {
    return new Finding(rule, verdict, subject, code, args);
  }
}
