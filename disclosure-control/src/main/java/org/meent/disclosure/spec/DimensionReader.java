// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.spec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads the dimensions of a specification and the patterns over them. */
final class DimensionReader {
  private static final Set<String> TAKEN = Set.of("value", "status");

  private final SpecYaml yaml;

  DimensionReader(SpecYaml yaml) {
    this.yaml = yaml;
  }

  SequencedMap<String, DimensionSpec> dimensions(Node node) {
    SequencedMap<String, DimensionSpec> out = new LinkedHashMap<>();
    yaml.mapping(node, "dimensions")
        .forEach(
            (name, value) -> {
              if (TAKEN.contains(name)) {
                throw yaml.refuse("disclosure.spec.dimension-name", value, name);
              }
              out.put(name, dimension(value, name));
            });
    if (out.isEmpty()) {
      throw yaml.refuse("disclosure.spec.no-dimension", node, "dimensions");
    }
    return out;
  }

  private DimensionSpec dimension(Node node, String name) {
    if (!yaml.isMapping(node)) {
      return DimensionSpec.of(yaml.texts(node, name));
    }
    SequencedMap<String, Node> keys = yaml.mapping(node, name, "columns", "also", "groups", "tree");
    List<List<String>> hierarchies = new ArrayList<>();
    hierarchies.add(yaml.texts(yaml.required(keys, "columns", node), name));
    Node also = keys.get("also");
    if (also != null) {
      for (Node item : yaml.items(also, "also")) {
        List<String> columns = yaml.texts(item, "also");
        if (!columns.getLast().equals(hierarchies.getFirst().getLast())) {
          throw yaml.refuse("disclosure.spec.finest", item, name, hierarchies.getFirst().getLast());
        }
        hierarchies.add(columns);
      }
    }
    SequencedMap<String, List<String>> groups = new LinkedHashMap<>();
    Node listed = keys.get("groups");
    if (listed != null) {
      yaml.mapping(listed, "groups")
          .forEach((whole, parts) -> groups.put(whole, yaml.texts(parts, whole)));
    }
    Optional<String> tree =
        Optional.ofNullable(keys.get("tree")).map(file -> yaml.text(file, "tree"));
    return new DimensionSpec(hierarchies, groups, tree);
  }

  /** Which dimensions each table has; none for one table of all. */
  SequencedMap<String, List<String>> tables(Node node, Set<String> dimensions) {
    SequencedMap<String, List<String>> out = new LinkedHashMap<>();
    yaml.mapping(node, "tables")
        .forEach(
            (name, value) -> {
              List<String> of = yaml.texts(value, name);
              of.forEach(dimension -> known(dimension, dimensions, value));
              if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,60}")) {
                throw yaml.refuse("disclosure.spec.table-name", value, name);
              }
              out.put(name, dimensions.stream().filter(of::contains).toList());
            });
    if (out.isEmpty()) {
      throw yaml.refuse("disclosure.spec.list", node, "tables");
    }
    for (String dimension : dimensions) {
      if (out.values().stream().noneMatch(of -> of.contains(dimension))) {
        throw yaml.refuse("disclosure.spec.unused", node, "tables", dimension);
      }
    }
    return out;
  }

  /** A list of patterns. */
  List<CellPattern> patterns(Node node, String field, SequencedMap<String, DimensionSpec> of) {
    return yaml.items(node, field).stream().map(item -> pattern(item, field, of)).toList();
  }

  CellPattern pattern(Node node, String field, SequencedMap<String, DimensionSpec> of) {
    SequencedMap<String, CellPattern.Place> places = new LinkedHashMap<>();
    yaml.mapping(node, field)
        .forEach(
            (dimension, value) -> {
              known(dimension, of.keySet(), value);
              if (yaml.isText(value)) {
                places.put(dimension, new CellPattern.Place.Code(yaml.text(value, dimension)));
                return;
              }
              SequencedMap<String, Node> keys = yaml.mapping(value, dimension, "level");
              Node level = yaml.required(keys, "level", value);
              String column = yaml.text(level, "level");
              DimensionSpec spec = of.get(dimension);
              if (spec == null || !spec.columns().contains(column)) {
                throw yaml.refuse("disclosure.spec.level", level, dimension, column);
              }
              places.put(dimension, new CellPattern.Place.Level(column));
            });
    if (places.isEmpty()) {
      throw yaml.refuse("disclosure.spec.mapping", node, field);
    }
    return new CellPattern(places);
  }

  private void known(String dimension, Set<String> dimensions, Node node) {
    if (!dimensions.contains(dimension)) {
      String list = String.join(", ", dimensions);
      throw yaml.refuse("disclosure.spec.no-such-dimension", node, dimension, list);
    }
  }
}
