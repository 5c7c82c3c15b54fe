// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.meent.disclosure.output.IncidenceStep;
import org.meent.models.study.EffectResult;
import org.meent.models.study.ExitResult;
import org.meent.models.survival.ExitCurves;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code exits.json}: the planned curves of leaving as the effects stage leaves them, inside only.
 */
final class ExitsFile {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String NAME = "exits.json";

  /** A result as it is written: either curves, or why there are none. */
  private record Written(
      String exits,
      long persons,
      List<String> kinds,
      @Nullable ExitCurves curves,
      @Nullable String refused,
      List<EffectResult.Criterion> criteria,
      List<List<IncidenceStep>> sides) {

    static Written of(ExitResult result) {
      return new Written(
          result.exits(),
          result.persons(),
          result.kinds(),
          result.outcome() instanceof ExitResult.Estimated(var curves) ? curves : null,
          result.outcome() instanceof ExitResult.Refused(String reason) ? reason : null,
          result.criteria(),
          result.sides());
    }

    ExitResult result() {
      ExitResult.Outcome outcome =
          curves != null
              ? new ExitResult.Estimated(curves)
              : new ExitResult.Refused(Objects.requireNonNull(refused));
      return new ExitResult(exits, persons, kinds, outcome, criteria, sides);
    }
  }

  private ExitsFile() {}

  static void write(SequencedMap<String, ExitResult> exits, Path folder) throws IOException {
    ObjectNode root = JSON.createObjectNode();
    root.put("schema", "meent-exits-1");
    ArrayNode list = root.putArray("exits");
    exits.values().forEach(result -> list.add(JSON.valueToTree(Written.of(result))));
    Files.write(
        folder.resolve(NAME), JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root));
  }

  /** What was written; nothing where the study plans no curves. */
  static SequencedMap<String, ExitResult> read(Path folder) throws IOException {
    SequencedMap<String, ExitResult> exits = new LinkedHashMap<>();
    if (!Files.exists(folder.resolve(NAME))) {
      return exits;
    }
    for (JsonNode node : JSON.readTree(Files.readAllBytes(folder.resolve(NAME))).path("exits")) {
      ExitResult result = JSON.treeToValue(node, Written.class).result();
      exits.put(result.exits(), result);
    }
    return exits;
  }
}
