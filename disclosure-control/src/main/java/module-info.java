// SPDX-License-Identifier: GPL-3.0-or-later
/** What an output is, what a checker must know of it, and the gate it must pass. */
module org.meent.disclosure {
  requires static transitive org.jspecify;
  requires transitive org.meent.ethics;
  requires commons.math3;
  requires ojalgo;
  requires org.snakeyaml.engine;

  exports org.meent.disclosure.audit;
  exports org.meent.disclosure.corpus;
  exports org.meent.disclosure.elsewhere;
  exports org.meent.disclosure.gate;
  exports org.meent.disclosure.ledger;
  exports org.meent.disclosure.measure;
  exports org.meent.disclosure.microdata;
  exports org.meent.disclosure.output;
  exports org.meent.disclosure.perturb;
  exports org.meent.disclosure.protect;
  exports org.meent.disclosure.recount;
  exports org.meent.disclosure.repair;
  exports org.meent.disclosure.report;
  exports org.meent.disclosure.rule;
  exports org.meent.disclosure.spec;
  exports org.meent.disclosure.table;
  exports org.meent.disclosure.verify;
}
