// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.meent.protocols.SourcePlan.Exemption;
import org.meent.protocols.SourcePlan.Kind;
import org.meent.protocols.SourcePlan.LockedPath;
import org.meent.protocols.SourcePlan.TextFormat;
import org.meent.protocols.SourcePlan.Type;
import org.meent.protocols.SourcePlan.Variable;
import org.meent.protocols.yaml.Fields;

/** The part {@code sources}. */
final class SourcesPart {
  private static final Pattern LOCK = Pattern.compile("sha256:[0-9a-f]{64}");
  private static final List<String> CHARSETS =
      List.of("utf-8", "windows-1252", "iso-8859-1", "iso-8859-15", "us-ascii");
  private static final int MAX_SCALE = 6;

  private final StudyPath paths;

  SourcesPart(StudyPath paths) {
    this.paths = paths;
  }

  SequencedMap<String, SourcePlan> read(Fields top) {
    return top.named("sources", 1, (name, at) -> source(at));
  }

  private SourcePlan source(Fields at) {
    String holder = at.text("holder");
    List<LockedPath> files = files(at);
    TextFormat format = format(files, at);
    List<String> key = at.texts("key", 1);
    if (key.size() > 2) {
      at.problems().badInput("protocols.study.key", at.at("key"), key.size());
    }
    List<String> secondPerson = secondPerson(at, key);
    List<String> keys = Stream.concat(key.stream(), secondPerson.stream()).toList();
    String collectedFor = at.text("collected-for");
    Kind kind = at.choice("kind", Kind.class);
    SequencedMap<String, Variable> variables =
        at.named("variables", 1, (name, v) -> variable(name, v, keys));
    return new SourcePlan(
        holder,
        files,
        format,
        key,
        secondPerson,
        collectedFor,
        kind,
        new TimingPart(variables).read(at),
        variables,
        exemption(at, kind));
  }

  /** The pair of columns of a row's second person; empty if it was not written. */
  private static List<String> secondPerson(Fields at, List<String> key) {
    if (!at.has("second-person")) {
      return List.of();
    }
    List<String> columns = at.texts("second-person", 2);
    if (columns.size() > 2) {
      at.problems()
          .badInput("protocols.study.second-person", at.at("second-person"), columns.size());
    }
    for (String column : columns) {
      if (key.contains(column)) {
        at.problems()
            .badInput("protocols.study.second-person-is-first", at.at("second-person"), column);
      }
    }
    return columns;
  }

  /** One file, or a list of files with the same columns. */
  private List<LockedPath> files(Fields at) {
    Set<String> seen = new HashSet<>();
    if (at.hasList("files")) {
      return at.list("files", 1, file -> file(file, seen));
    }
    LockedPath file = at.fields("files", only -> file(only, seen));
    return List.of(file);
  }

  private LockedPath file(Fields at, Set<String> seen) {
    String path = at.text("path");
    paths.check(path, at.at("path"), at.problems());
    if (!path.isEmpty() && !seen.add(path)) {
      at.problems().badInput("protocols.study.file-twice", at.at("path"), path);
    }
    return new LockedPath(path, lock(at));
  }

  /** The hexadecimal digits of a lock. */
  static String lock(Fields files) {
    String lock = files.text("lock");
    if (LOCK.matcher(lock).matches()) {
      return lock.substring("sha256:".length());
    }
    if (!lock.isEmpty()) {
      files.problems().badInput("protocols.study.lock", files.at("lock"));
    }
    return "";
  }

  private static TextFormat format(List<LockedPath> files, Fields at) {
    if (files.isEmpty() || files.stream().anyMatch(LockedPath::isText)) {
      return at.fields("format", SourcesPart::format);
    }
    if (at.has("format")) {
      at.problems().badInput("protocols.study.format-not-needed", at.at("format"));
      at.fields("format", SourcesPart::format);
    }
    return TextFormat.NONE;
  }

  private static TextFormat format(Fields at) {
    String delimiter = at.text("delimiter");
    boolean mark =
        delimiter.length() == 1
            && !Character.isLetterOrDigit(delimiter.charAt(0))
            && "\"'\n\r.-+".indexOf(delimiter.charAt(0)) < 0;
    if (!mark && !delimiter.isEmpty()) {
      at.problems().badInput("protocols.study.delimiter", at.at("delimiter"));
    }
    boolean comma =
        at.oneOf("decimal", List.of("point", "comma"), "protocols.yaml.not-in-list")
            .equals("comma");
    if (comma && delimiter.equals(",")) {
      at.problems().badInput("protocols.study.delimiter-is-decimal", at.at("decimal"));
    }
    String charset = at.oneOf("charset", CHARSETS, "protocols.study.charset");
    return new TextFormat(
        mark ? delimiter.charAt(0) : ';', comma ? ',' : '.', charset.toLowerCase(Locale.ROOT));
  }

  /** A variable that is no part of the key. */
  static Variable variable(String name, Fields at, List<String> key) {
    if (key.contains(name)) {
      at.problems().badInput("protocols.study.key-as-variable", at.spot(), name);
    }
    Type type = at.choice("type", Type.class);
    int scale = 0;
    if (type == Type.DECIMAL) {
      scale = (int) at.integer("scale", 1, MAX_SCALE);
    } else if (at.has("scale")) {
      at.problems().badInput("protocols.study.scale", at.at("scale"));
    }
    List<String> missing = at.has("missing") ? at.texts("missing", 1) : List.of();
    return new Variable(type, scale, missing, at.text("why"), at.text("validity"));
  }

  private static Exemption exemption(Fields at, Kind kind) {
    boolean written = at.has("exemption");
    if (kind != Kind.SERVICE_NOTE) {
      if (written) {
        at.problems().badInput("protocols.study.exemption-not-needed", at.at("exemption"));
        at.fields("exemption", SourcesPart::exemption);
      }
      return Exemption.NONE;
    }
    if (!written) {
      at.problems().refused("protocols.study.service-note", at.at("kind"));
      return Exemption.NONE;
    }
    return at.fields("exemption", SourcesPart::exemption);
  }

  private static Exemption exemption(Fields at) {
    return new Exemption(at.text("reason"), at.text("quality-check"));
  }
}
