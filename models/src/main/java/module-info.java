// SPDX-License-Identifier: GPL-3.0-or-later
/** Which support helps whom, how sure we are, and what we do not know. */
module org.meent.models {
  requires static transitive org.jspecify;
  requires transitive org.meent.linkage;
  requires commons.math3;
  requires org.apache.commons.statistics.distribution;
  requires smile.base;
  requires smile.core;

  exports org.meent.models.check;
  exports org.meent.models.described;
  exports org.meent.models.effect;
  exports org.meent.models.forest;
  exports org.meent.models.frame;
  exports org.meent.models.further;
  exports org.meent.models.heterogeneity;
  exports org.meent.models.learner;
  exports org.meent.models.measurement;
  exports org.meent.models.mechanism;
  exports org.meent.models.policy;
  exports org.meent.models.quasi;
  exports org.meent.models.reach;
  exports org.meent.models.sensitivity;
  exports org.meent.models.study;
  exports org.meent.models.survival;
}
