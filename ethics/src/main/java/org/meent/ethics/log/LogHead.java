// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.ethics.log;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.meent.protocols.canonical.CanonicalJson;
import org.meent.protocols.canonical.Json;

/**
 * What stands for the whole log. Whoever holds an older head can check that nothing before it was
 * changed since; the log alone cannot prove that nobody wrote all of it anew.
 *
 * @param size number of entries
 * @param root Merkle root, 64 hex digits
 */
public record LogHead(long size, String root) {
  private static final String SCHEMA = "meent-log-head/1";
  private static final Pattern ROOT = Pattern.compile("[0-9a-f]{64}");

  /** The head over entries. */
  static LogHead of(MerkleTree tree, int size) {
    return new LogHead(size, HexFormat.of().formatHex(tree.root(size)));
  }

  /** The bytes of {@code head.json}. */
  byte[] bytes() {
    return CanonicalJson.bytes(
        Json.object().put("schema", SCHEMA).put("size", size).put("root", root).build());
  }

  /** The head that these bytes are; nothing if they are anything else, to the byte. */
  static Optional<LogHead> of(byte[] bytes) {
    return CanonicalJson.read(bytes)
        .filter(Json.Members.class::isInstance)
        .map(Json.Members.class::cast)
        .map(json -> new LogHead(json.whole("size").orElse(-1L), json.text("root").orElse("")))
        .filter(head -> head.size >= 0 && ROOT.matcher(head.root).matches())
        .filter(head -> Arrays.equals(head.bytes(), bytes));
  }
}
