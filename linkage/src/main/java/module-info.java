// SPDX-License-Identifier: GPL-3.0-or-later
/** From sources to one cohort, with every record accounted for. */
module org.meent.linkage {
  requires static transitive org.jspecify;
  requires transitive org.meent.disclosure;
  requires java.sql;
  requires commons.math3;
  requires parso;

  exports org.meent.linkage.compare;
  exports org.meent.linkage.flow;
  exports org.meent.linkage.match;
  exports org.meent.linkage.quality;
}
