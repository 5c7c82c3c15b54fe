// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols.yaml;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Turns the events of the YAML parser into a tree and tells of everything that is not allowed. */
final class TreeBuilder {
  private static final int MAX_DEPTH = 24;
  private static final int MAX_NODES = 50_000;

  private final Problems problems;
  private int nodes;

  TreeBuilder(Problems problems) {
    this.problems = problems;
  }

  /** Thrown inside this class to stop reading; the problem is told already. */
  private static final class Stop extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Stop() {
      super("stop", null, false, false);
    }
  }

  Optional<Node> read(String text, String name) {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(name)
            .setUseMarks(true)
            .setParseComments(false)
            .setCodePointLimit(YamlFile.MAX_BYTES)
            .build();
    try {
      return document(new ParserImpl(settings, new StreamReader(settings, text)));
    } catch (Stop stop) {
      return Optional.empty();
    } catch (MarkedYamlEngineException e) {
      long line = e.getProblemMark().map(mark -> mark.getLine() + 1L).orElse(0L);
      problems.badInput(
          "protocols.yaml.syntax", new Spot(line, ""), e.getProblem().replace('\n', ' '));
    } catch (YamlEngineException e) {
      problems.badInput("protocols.yaml.syntax", Spot.FILE, "YAML");
    }
    return Optional.empty();
  }

  private Optional<Node> document(Iterator<Event> events) {
    Optional<Node> root = Optional.empty();
    while (events.hasNext()) {
      Event event = events.next();
      if (event instanceof DocumentStartEvent start) {
        if (root.isPresent()) {
          problems.badInput("protocols.yaml.second-document", spot(event));
          return root;
        }
        if (start.getSpecVersion().isPresent() || !start.getTags().isEmpty()) {
          problems.badInput("protocols.yaml.directive", spot(event));
        }
        root = Optional.of(node(events.next(), events, 0));
      }
    }
    if (root.isEmpty()) {
      problems.badInput("protocols.yaml.empty", Spot.FILE);
    }
    return root;
  }

  private Node node(Event event, Iterator<Event> events, int depth) {
    if (depth > MAX_DEPTH || ++nodes > MAX_NODES) {
      problems.badInput("protocols.yaml.too-deep", spot(event), MAX_DEPTH, MAX_NODES);
      throw new Stop();
    }
    if (event instanceof AliasEvent alias) {
      problems.badInput("protocols.yaml.alias", spot(event), alias.getAlias().getValue());
      return new Node.Scalar(line(event), column(event), "", false);
    }
    if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
      problems.badInput(
          "protocols.yaml.anchor", spot(event), node.getAnchor().orElseThrow().getValue());
    }
    if (event instanceof ScalarEvent scalar) {
      return scalar(scalar);
    }
    CollectionStartEvent start = (CollectionStartEvent) event;
    tag(start.getTag(), start);
    return start instanceof MappingStartEvent
        ? mapping(start, events, depth)
        : sequence(start, events, depth);
  }

  private Node.Sequence sequence(Event start, Iterator<Event> events, int depth) {
    List<Node> items = new ArrayList<>();
    for (Event next = events.next(); !ends(next); next = events.next()) {
      items.add(node(next, events, depth + 1));
    }
    return new Node.Sequence(line(start), column(start), items);
  }

  private Node.Mapping mapping(Event start, Iterator<Event> events, int depth) {
    List<Node.Entry> entries = new ArrayList<>();
    Map<String, Long> firstLine = new HashMap<>();
    for (Event next = events.next(); !ends(next); next = events.next()) {
      Node key = node(next, events, depth + 1);
      Node value = node(events.next(), events, depth + 1);
      if (!(key instanceof Node.Scalar name) || name.isNull() || name.text().isEmpty()) {
        problems.badInput("protocols.yaml.key-not-text", new Spot(key.line(), ""));
        continue;
      }
      if (name.plain() && name.text().equals("<<")) {
        problems.badInput("protocols.yaml.merge-key", new Spot(name.line(), ""));
        continue;
      }
      Long first = firstLine.putIfAbsent(name.text(), name.line());
      if (first == null) {
        entries.add(new Node.Entry(name, value));
      } else {
        problems.badInput(
            "protocols.yaml.duplicate-key", new Spot(name.line(), ""), name.text(), first);
      }
    }
    return new Node.Mapping(line(start), column(start), entries);
  }

  private Node.Scalar scalar(ScalarEvent event) {
    tag(event.getTag(), event);
    String text = event.getValue();
    if (!Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
      problems.badInput("protocols.yaml.not-nfc", spot(event));
    }
    text.codePoints()
        .filter(point -> point != '\n' && point != '\t' && Characters.isHidden(point))
        .findFirst()
        .ifPresent(
            point ->
                problems.badInput(
                    "protocols.yaml.hidden-character", spot(event), Characters.hex(point)));
    if (event.isPlain() && CoreSchema.isTooLarge(text)) {
      problems.badInput("protocols.yaml.integer-too-large", spot(event));
    }
    if (event.isPlain() && CoreSchema.isNotFinite(text)) {
      problems.badInput("protocols.yaml.not-finite", spot(event));
    }
    return new Node.Scalar(line(event), column(event), text, event.isPlain());
  }

  private void tag(Optional<String> tag, Event event) {
    tag.ifPresent(name -> problems.badInput("protocols.yaml.tag", spot(event), name));
  }

  private static boolean ends(Event event) {
    return event.getEventId() == Event.ID.MappingEnd || event.getEventId() == Event.ID.SequenceEnd;
  }

  private static Spot spot(Event event) {
    return new Spot(line(event), "");
  }

  private static long line(Event event) {
    return event.getStartMark().map(Mark::getLine).orElse(-1) + 1L;
  }

  private static long column(Event event) {
    return event.getStartMark().map(Mark::getColumn).orElse(-1) + 1L;
  }
}
