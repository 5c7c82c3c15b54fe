// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.drift;

import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A drift report as JSON, {@code meent-drift/1}: figures for machines, sentences for people. */
public final class DriftJson {
  private static final String SCHEMA = "meent-drift/1";
  private static final Locale DUTCH = Locale.of("nl");

  private DriftJson() {}

  /** The text of the file. */
  public static String write(DriftReport report) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("schema", SCHEMA);
    root.put("insideOnly", true);
    version(root.putObject("old"), report.old());
    version(root.putObject("new"), report.now());
    ArrayNode changes = root.putArray("changes");
    for (DriftReport.Part part : report.parts()) {
      for (Change change : part.changes()) {
        ObjectNode node = changes.addObject();
        node.put("source", part.source());
        node.put("kind", word(change.kind()));
        node.put("weight", word(change.kind().weight()));
        node.put("column", change.column());
        ObjectNode figures = node.putObject("figures");
        change.figures().forEach((name, figure) -> figure(figures, name, figure));
        node.put("en", ChangeSentence.in(Locale.ENGLISH).of(change));
        node.put("nl", ChangeSentence.in(DUTCH).of(change));
      }
    }
    return PrettyJson.text(root);
  }

  private static void version(ObjectNode node, DriftReport.Version version) {
    node.put("file", version.file());
    node.put("register", version.register());
    node.put("version", version.version());
    if (version.rows() >= 0) {
      node.put("rows", version.rows());
    }
  }

  private static void figure(ObjectNode node, String name, Change.Figure figure) {
    switch (figure) {
      case Change.Figure.Count count -> {
        node.put(name, count.value());
        if (!count.exact()) {
          node.put(name + "Estimated", true);
        }
      }
      case Change.Figure.Share share -> node.put(name, share.value());
      case Change.Figure.Number number -> node.put(name, number.value());
      case Change.Figure.Word word -> node.put(name, word.value());
      case Change.Figure.Words words -> words.values().forEach(node.putArray(name)::add);
      case Change.Figure.Codes codes -> {
        ArrayNode list = node.putArray(name);
        for (Change.CodeCount code : codes.values()) {
          list.addObject()
              .put("code", code.code())
              .put("label", code.label())
              .put("rows", code.rows());
        }
      }
    }
  }

  private static String word(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
