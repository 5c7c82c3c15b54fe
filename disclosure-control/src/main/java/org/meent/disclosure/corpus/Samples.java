// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.corpus;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.meent.disclosure.measure.Sample;

/** Drawn people as records. */
final class Samples {
  private Samples() {}

  static List<String> texts(double[] values) {
    return Arrays.stream(values)
        .mapToObj(value -> BigDecimal.valueOf(value).stripTrailingZeros().toPlainString())
        .toList();
  }

  /** One number. */
  static Sample of(String variable, double[] values) {
    return Sample.of(values.length, Map.of(variable, texts(values)));
  }

  /** The people of a crowd, their codes and amounts. */
  static Sample of(Crowd crowd) {
    Map<String, List<String>> columns = new HashMap<>();
    for (int v = 0; v < crowd.variables().size(); v++) {
      List<String> codes = new ArrayList<>();
      for (Crowd.Person person : crowd.persons()) {
        codes.add(crowd.variables().get(v).categories().get(person.codes().get(v)));
      }
      columns.put(crowd.variables().get(v).variable(), codes);
    }
    columns.put(
        Crowd.MEASURE,
        crowd.persons().stream()
            .map(person -> BigDecimal.valueOf(person.amount(), Crowd.SCALE).toPlainString())
            .toList());
    return Sample.of(crowd.persons().size(), columns);
  }
}
