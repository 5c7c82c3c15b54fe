// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.meent.models.study.LinkageShare;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code linkage-shares.json}: how much of each pooled effect's variance is linkage, inside only.
 */
final class LinkageSharesFile {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String NAME = "linkage-shares.json";

  private LinkageSharesFile() {}

  static void write(List<LinkageShare> shares, Path folder) throws IOException {
    ObjectNode root = JSON.createObjectNode();
    root.put("schema", "meent-linkage-shares-1");
    ArrayNode list = root.putArray("shares");
    for (LinkageShare share : shares) {
      list.add(JSON.<JsonNode>valueToTree(share));
    }
    Files.write(
        folder.resolve(NAME), JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root));
  }

  /** The shares; none if effects were not pooled. */
  static List<LinkageShare> read(Path folder) throws IOException {
    List<LinkageShare> shares = new ArrayList<>();
    if (Files.isRegularFile(folder.resolve(NAME))) {
      JsonNode root = JSON.readTree(Files.readAllBytes(folder.resolve(NAME)));
      for (JsonNode share : root.path("shares")) {
        shares.add(JSON.treeToValue(share, LinkageShare.class));
      }
    }
    return shares;
  }
}
