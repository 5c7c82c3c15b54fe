// SPDX-License-Identifier: GPL-3.0-or-later
/** From sources to one cohort, with every record accounted for. */
module org.meent.linkage {
  requires static transitive org.jspecify;
  requires transitive org.meent.disclosure;
  requires java.sql;
  requires commons.math3;
  requires duckdb.jdbc;
  requires parso;

  exports org.meent.linkage.bridge;
  exports org.meent.linkage.cohort;
  exports org.meent.linkage.compare;
  exports org.meent.linkage.design;
  exports org.meent.linkage.drift;
  exports org.meent.linkage.encode;
  exports org.meent.linkage.engine;
  exports org.meent.linkage.flow;
  exports org.meent.linkage.format.csv;
  exports org.meent.linkage.format.file;
  exports org.meent.linkage.format;
  exports org.meent.linkage.key;
  exports org.meent.linkage.match;
  exports org.meent.linkage.pairing;
  exports org.meent.linkage.quality;
  exports org.meent.linkage.register;
  exports org.meent.linkage.source;
  exports org.meent.linkage.spell;
  exports org.meent.linkage.world.plan;
  exports org.meent.linkage.world.tree;
  exports org.meent.linkage.world.truth;

  uses org.meent.linkage.engine.EngineProvider;

  provides org.meent.linkage.engine.EngineProvider with
      org.meent.linkage.engine.PlainEngineProvider,
      org.meent.linkage.engine.duckdb.DuckDbProvider;
}
