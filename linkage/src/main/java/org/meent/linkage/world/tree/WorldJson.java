// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.tree;

import java.nio.charset.StandardCharsets;
import org.meent.linkage.world.life.Instrument;
import org.meent.linkage.world.people.Municipalities;
import org.meent.linkage.world.people.Municipality;
import org.meent.linkage.world.plan.WorldPlan;
import org.meent.linkage.world.truth.Census;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The dials of a world and what it came to, as a file. */
final class WorldJson {
  private static final double PUBLISHED_STOCK = 403_000;

  private WorldJson() {}

  static byte[] of(WorldPlan plan, Census census) {
    JsonMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("schema", "meent-world/1");
    ObjectNode dials = root.putObject("plan");
    dials.put("persons", plan.persons());
    dials.put("seed", plan.seed());
    dials.put("confounding", plan.confounding().name());
    dials.put("effects", plan.effects());
    dials.put("continuity", plan.continuity());
    dials.put("durationDependence", plan.durationDependence());
    dials.set("rates", mapper.valueToTree(plan.rates()));
    dials.set("defects", mapper.valueToTree(plan.defects()));
    long stock = census.count("stock");
    root.put("stockMarch2024", stock);
    root.put("weightOfOnePerson", stock == 0 ? 0 : PUBLISHED_STOCK / stock);
    ArrayNode instruments = root.putArray("instruments");
    for (Instrument instrument : Instrument.values()) {
      instruments
          .addObject()
          .put("arm", instrument.name())
          .put("code", instrument.code())
          .put("label", instrument.label());
    }
    ArrayNode places = root.putArray("municipalities");
    for (Municipality place : new Municipalities(plan).all()) {
      places.add(mapper.<ObjectNode>valueToTree(place));
    }
    return (mapper.writeValueAsString(root).replace("\r\n", "\n") + "\n")
        .getBytes(StandardCharsets.UTF_8);
  }
}
