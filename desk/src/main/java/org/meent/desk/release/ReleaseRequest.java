// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.meent.disclosure.table.CsvFile;
import org.meent.models.described.ReleasedSheet;
import org.meent.protocols.Protocol;
import org.meent.protocols.ProtocolFile;
import org.meent.protocols.canonical.ProtocolDigest;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.RefusalException;
import org.meent.protocols.refusal.Where;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A release request as {@link RequestWriter} wrote it, read back: only its tables, each compared
 * with the hash in the manifest, and the protocol under which they were made.
 *
 * @param demonstration whether everything in it was made under a demonstration mandate
 * @param protocol the protocol, of exactly the digest that the request names
 * @param sheets the tables that passed the gate
 */
public record ReleaseRequest(boolean demonstration, Protocol protocol, List<ReleasedSheet> sheets) {
  private static final String REQUEST = "request.json";
  private static final String MANIFEST = "manifest.json";
  private static final String WAITING = "waits for two output checkers";
  private static final Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,63}");
  private static final int LARGEST = 64 << 20;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Copies the tables. */
  public ReleaseRequest {
    sheets = List.copyOf(sheets);
  }

  /**
   * Reads a request.
   *
   * @param folder the folder of the request
   * @param study the folder of its study
   * @throws RefusalException if a file is missing, is no longer what was written, or the protocol
   *     of the study is another one
   */
  public static ReleaseRequest read(Path folder, Path study) throws IOException {
    JsonNode manifest = json(folder, MANIFEST, "meent-stage-1");
    JsonNode request = json(folder, REQUEST, "meent-request-1");
    unchanged(folder, REQUEST, manifest);
    if (!request.path("state").asString("").equals(WAITING)
        || !request.path("demonstration").isBoolean()) {
      throw form(REQUEST).asException();
    }
    return new ReleaseRequest(
        request.path("demonstration").asBoolean(),
        protocol(study, request.path("protocol")),
        sheets(folder, request.path("outputs"), manifest));
  }

  private static List<ReleasedSheet> sheets(Path folder, JsonNode outputs, JsonNode manifest)
      throws IOException {
    List<ReleasedSheet> sheets = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (JsonNode output : outputs) {
      String id = output.path("id").asString("");
      String file = "outputs/" + id + ".csv";
      if (!ID.matcher(id).matches()
          || !seen.add(id)
          || !output.path("file").asString("").equals(file)
          || !output.path("population").isString()) {
        throw form(REQUEST).asException();
      }
      unchanged(folder, file, manifest);
      List<String> columns = new ArrayList<>();
      List<List<String>> rows = new ArrayList<>();
      CsvFile.read(
          folder.resolve(file),
          file,
          columns::addAll,
          (line, cells) -> rows.add(List.copyOf(cells)));
      sheets.add(new ReleasedSheet(id, output.path("population").asString(), columns, rows));
    }
    return sheets;
  }

  private static Protocol protocol(Path study, JsonNode named) {
    Protocol protocol = ProtocolFile.read(study);
    if (!ProtocolDigest.of(protocol).equals(named.path("digest").asString(""))) {
      throw Refusal.unverified(
              "desk.request.protocol",
              Where.file(ProtocolFile.NAME),
              named.path("id").asString("?"),
              named.path("version").asString("?"))
          .asException();
    }
    return protocol;
  }

  private static JsonNode json(Path folder, String name, String schema) throws IOException {
    Path file = folder.resolve(name);
    if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
      throw Refusal.badInput("desk.request.none", Where.file(name)).asException();
    }
    JsonNode root;
    try {
      root = JSON.readTree(Files.readAllBytes(file));
    } catch (JacksonException e) {
      throw form(name).asException();
    }
    if (!root.path("schema").asString("").equals(schema)) {
      throw form(name).asException();
    }
    return root;
  }

  private static Refusal form(String file) {
    return Refusal.badInput("desk.request.form", Where.file(file));
  }

  private static void unchanged(Path folder, String name, JsonNode manifest) throws IOException {
    Path file = folder.resolve(name);
    if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
      throw Refusal.badInput("desk.request.none", Where.file(name)).asException();
    }
    String written = manifest.path("out").path(name).asString("");
    if (!written.equals(HexFormat.of().formatHex(sha256(Files.readAllBytes(file))))) {
      throw Refusal.unverified("desk.request.changed", Where.file(name)).asException();
    }
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
