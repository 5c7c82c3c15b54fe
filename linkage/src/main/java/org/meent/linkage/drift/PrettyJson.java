// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.drift;

import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON for people to look at, with the same bytes on every platform. */
final class PrettyJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

  private PrettyJson() {}

  static String text(JsonNode node) {
    String written = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node);
    return written.replace("\r\n", "\n") + "\n";
  }
}
