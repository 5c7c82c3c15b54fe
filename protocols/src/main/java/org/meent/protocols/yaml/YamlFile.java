// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.RefusalException;
import org.meent.protocols.refusal.Where;

/**
 * Reads one YAML document strictly: UTF-8 without byte order mark, Unicode form NFC, no tabs or
 * hidden characters, no anchors, aliases, tags, merge keys, directives, duplicate keys or second
 * document, no integers beyond 2^53, no infinite numbers.
 */
public final class YamlFile {
  /** The largest file that is read, in bytes. */
  public static final int MAX_BYTES = 1 << 20;

  private YamlFile() {}

  /**
   * Reads a file.
   *
   * @param file the file
   * @param name how refusals call it
   * @throws RefusalException with everything that is wrong, in the order of the lines
   */
  public static Node read(Path file, String name) {
    if (!Files.isRegularFile(file)) {
      throw Refusal.badInput("protocols.yaml.no-file", Where.file(name)).asException();
    }
    try (InputStream in = Files.newInputStream(file)) {
      return parse(in.readNBytes(MAX_BYTES + 1), name);
    } catch (IOException e) {
      throw Refusal.badInput("protocols.yaml.unreadable", Where.file(name)).asException();
    }
  }

  /**
   * Reads the bytes of a file.
   *
   * @param bytes the bytes
   * @param name how refusals call the file
   * @throws RefusalException with everything that is wrong, in the order of the lines
   */
  public static Node parse(byte[] bytes, String name) {
    Problems problems = new Problems(name);
    if (bytes.length > MAX_BYTES) {
      problems.badInput("protocols.yaml.too-large", Spot.FILE, MAX_BYTES);
      problems.throwIfAny();
    }
    Optional<String> text = Characters.decode(bytes, problems);
    problems.throwIfAny();
    Characters.check(text.orElseThrow(), problems);
    problems.throwIfAny();
    Optional<Node> root = new TreeBuilder(problems).read(text.orElseThrow(), name);
    problems.throwIfAny();
    return root.orElseThrow();
  }
}
