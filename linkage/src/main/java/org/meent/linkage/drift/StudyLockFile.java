// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.drift;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.meent.linkage.format.ValueType;
import org.meent.linkage.register.StrictJson;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The file {@code study.lock.json}, {@code meent-study-lock/1}. */
public final class StudyLockFile {
  /** The name of the file in the folder of the study. */
  public static final String NAME = "study.lock.json";

  private static final String SCHEMA = "meent-study-lock/1";
  private static final String INSIDE =
      "Inside only: hashes and counts of what is inside. Never let this file leave.";

  private StudyLockFile() {}

  /** The text of the file. */
  public static String write(StudyLock lock) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("schema", SCHEMA);
    root.put("insideOnly", INSIDE);
    root.put("salt", lock.salt());
    ArrayNode sources = root.putArray("sources");
    for (SourceLock source : lock.sources()) {
      FileProfile profile = source.profile();
      ObjectNode node = sources.addObject();
      node.put("name", source.name()).put("path", source.path());
      node.put("bytes", source.bytes()).put("sha256", source.sha256());
      source.key().forEach(node.putArray("key")::add);
      node.put("format", profile.format()).put("register", profile.register());
      node.put("version", profile.version()).put("rows", profile.rows());
      profile.others().forEach(node.putArray("otherColumns")::add);
      ArrayNode columns = node.putArray("columns");
      profile.columns().forEach(column -> write(columns.addObject(), column));
    }
    return PrettyJson.text(root);
  }

  private static void write(ObjectNode node, ColumnProfile column) {
    node.put("name", column.name()).put("type", column.type().name().toLowerCase(Locale.ROOT));
    node.put("known", column.known()).put("missing", column.missing());
    node.put("absent", column.absent()).put("distinct", column.distinct());
    node.put("content", column.content());
    column
        .codes()
        .ifPresent(
            codes -> {
              ObjectNode list = node.putObject("codes");
              ArrayNode shown = list.putArray("shown");
              for (CodeList.Shown code : codes.shown()) {
                shown
                    .addObject()
                    .put("code", code.code())
                    .put("label", code.label())
                    .put("rows", code.count());
              }
              list.put("rareCodes", codes.rareCodes()).put("rareRows", codes.rareRows());
            });
    column
        .moments()
        .ifPresent(
            moments ->
                node.putObject("moments")
                    .put("mean", moments.mean())
                    .put("deviation", moments.deviation()));
  }

  /**
   * Reads a file.
   *
   * @throws org.meent.protocols.refusal.RefusalException if it is not a lock
   */
  public static StudyLock read(Path file) {
    String name = String.valueOf(file.getFileName());
    try {
      return read(name, Files.readString(file));
    } catch (java.nio.file.NoSuchFileException e) {
      throw Refusal.badInput("linkage.file.absent", Where.file(name)).asException();
    } catch (IOException e) {
      throw Refusal.badInput("linkage.json.syntax", Where.file(name)).asException();
    }
  }

  static StudyLock read(String file, String text) {
    StrictJson root = StrictJson.read(file, text, "schema", "insideOnly", "salt", "sources");
    if (!root.text("schema").equals(SCHEMA)) {
      throw root.wrong("schema", SCHEMA);
    }
    if (!root.text("salt").matches("[0-9a-f]{32}")) {
      throw root.wrong("salt", "32 hex digits");
    }
    List<SourceLock> sources =
        root
            .objects(
                "sources",
                "name",
                "path",
                "bytes",
                "sha256",
                "key",
                "format",
                "register",
                "version",
                "rows",
                "otherColumns",
                "columns")
            .stream()
            .map(StudyLockFile::source)
            .toList();
    return new StudyLock(root.text("salt"), sources);
  }

  private static SourceLock source(StrictJson json) {
    List<ColumnProfile> columns =
        json
            .objects(
                "columns",
                "name",
                "type",
                "known",
                "missing",
                "absent",
                "distinct",
                "content",
                "codes",
                "moments")
            .stream()
            .map(StudyLockFile::column)
            .toList();
    String path = json.text("path");
    FileProfile profile =
        new FileProfile(
            path.substring(path.lastIndexOf('/') + 1),
            json.text("format"),
            json.text("register"),
            json.text("version"),
            json.whole("rows"),
            columns,
            json.texts("otherColumns"));
    return new SourceLock(
        json.text("name"),
        path,
        json.whole("bytes"),
        json.text("sha256"),
        json.texts("key"),
        profile);
  }

  private static ColumnProfile column(StrictJson json) {
    return new ColumnProfile(
        json.text("name"),
        json.oneOf("type", ValueType.class),
        json.whole("known"),
        json.whole("missing"),
        json.whole("absent"),
        json.whole("distinct"),
        json.text("content"),
        json.has("codes")
            ? Optional.of(codes(json.object("codes", "shown", "rareCodes", "rareRows")))
            : Optional.empty(),
        json.has("moments")
            ? Optional.of(moments(json.object("moments", "mean", "deviation")))
            : Optional.empty());
  }

  private static CodeList codes(StrictJson json) {
    return new CodeList(
        json.objects("shown", "code", "label", "rows").stream()
            .map(one -> new CodeList.Shown(one.text("code"), one.text("label"), one.whole("rows")))
            .toList(),
        json.whole("rareCodes"),
        json.whole("rareRows"));
  }

  private static Moments moments(StrictJson json) {
    return new Moments(number(json, "mean"), number(json, "deviation"));
  }

  private static BigDecimal number(StrictJson json, String key) {
    return json.number(key).orElseThrow(() -> json.wrong(key, "a number"));
  }
}
