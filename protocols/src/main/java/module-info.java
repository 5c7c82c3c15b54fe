// SPDX-License-Identifier: GPL-3.0-or-later
/** The study protocol: what it says, how it is read, and the one digest that stands for it. */
module org.meent.protocols {
  requires static transitive org.jspecify;
  requires transitive tools.jackson.databind;
  requires org.snakeyaml.engine;

  exports org.meent.protocols.canonical;
  exports org.meent.protocols.csv;
  exports org.meent.protocols.literature;
  exports org.meent.protocols.refusal;
  exports org.meent.protocols.run;
  exports org.meent.protocols.yaml;
  exports org.meent.protocols;
}
