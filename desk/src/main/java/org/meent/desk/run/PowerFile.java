// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SequencedMap;
import org.meent.models.sensitivity.DetectableEffect;
import org.meent.protocols.Protocol;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code power.json}: the smallest effect that each planned comparison could show, written before
 * anything is estimated, inside only.
 */
final class PowerFile {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private PowerFile() {}

  static void write(Protocol protocol, SequencedMap<String, DetectableEffect> power, Path folder)
      throws IOException {
    ObjectNode root = JSON.createObjectNode();
    root.put("schema", "meent-power-1");
    ArrayNode list = root.putArray("effects");
    for (String effect : protocol.analysis().estimated().keySet()) {
      DetectableEffect found = power.get(effect);
      ObjectNode node = list.addObject().put("effect", effect);
      if (found == null) {
        node.put("carried", false);
      } else {
        node.put("detectableEffect", found.effect())
            .put("inStandardDeviations", found.standardised())
            .put("spread", found.spread())
            .put("designEffect", found.designEffect());
      }
    }
    Files.write(
        folder.resolve("power.json"),
        JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root));
  }
}
