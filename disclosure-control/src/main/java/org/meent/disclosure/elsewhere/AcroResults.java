// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.elsewhere;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.RefusalException;
import org.meent.protocols.refusal.Where;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The results of an ACRO session: {@code version} and {@code results}, in which each output has
 * {@code uid}, {@code status}, {@code type}, {@code properties}, {@code command}, {@code summary},
 * {@code exception} and {@code files}. What ACRO found is shown beside Meent's verdict.
 */
final class AcroResults {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final Path folder;
  private final String name;
  private final String version;

  private AcroResults(Path folder, String name, String version) {
    this.folder = folder;
    this.name = name;
    this.version = version;
  }

  /**
   * Reads the file and the tables beside it.
   *
   * @throws RefusalException if it is no such file, or names a file outside its own folder
   */
  static List<Sheets.Source> read(Path file) {
    String name = String.valueOf(file.getFileName());
    JsonNode root;
    try {
      root = JSON.readTree(Files.readString(file, StandardCharsets.UTF_8));
    } catch (JacksonException e) {
      throw refuse(name, "results");
    } catch (IOException e) {
      throw Refusal.badInput("disclosure.csv.missing", Where.file(name)).asException();
    }
    Path folder = file.toAbsolutePath().getParent();
    JsonNode results = root.path("results");
    if (folder == null || !root.path("version").isString() || !results.isObject()) {
      throw refuse(name, "version, results");
    }
    AcroResults acro = new AcroResults(folder, name, root.path("version").stringValue());
    List<Sheets.Source> sources = new ArrayList<>();
    results.properties().forEach(entry -> sources.addAll(acro.output(entry.getValue())));
    if (sources.isEmpty()) {
      throw refuse(name, "results");
    }
    return sources;
  }

  private List<Sheets.Source> output(JsonNode output) {
    String uid = text(output, "uid").strip();
    String type = text(output, "type");
    Checked.Made made =
        new Checked.Made(
            "ACRO " + version,
            text(output, "status"),
            text(output, "command"),
            output.path("exception").asString(""));
    JsonNode files = output.path("files");
    if (!files.isArray()) {
      throw refuse(name, uid + ".files");
    }
    List<Path> paths = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      paths.add(beside(files.get(i).path("name").asString(""), uid));
    }
    List<Sheets.Source> sources = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      Path path = paths.get(i);
      String id = files.size() == 1 ? uid : uid + " " + (i + 1);
      AcroTable table =
          new AcroTable(id, type, output, files.get(i).path("sdc").path("summary"), paths);
      sources.add(
          new Sheets.Source(
              name + " > " + path.getFileName(), made, knowledge -> table.read(path, knowledge)));
    }
    return sources;
  }

  /** A file of the same folder, and no other. */
  private Path beside(String file, String uid) {
    Path path = folder.resolve(file).normalize();
    if (file.isBlank() || !folder.equals(path.getParent())) {
      throw refuse(name, uid + ".files.name");
    }
    return path;
  }

  private String text(JsonNode node, String key) {
    JsonNode text = node.path(key);
    if (!text.isString()) {
      throw refuse(name, key);
    }
    return text.stringValue();
  }

  private static RefusalException refuse(String file, String key) {
    return Refusal.badInput("disclosure.elsewhere.acro", Where.file(file).in(key), key)
        .asException();
  }
}
