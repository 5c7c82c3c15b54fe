// SPDX-License-Identifier: GPL-3.0-or-later
/** Who may do what, who approved it, and the log that nobody can rewrite. */
module org.meent.ethics {
  requires static transitive org.jspecify;
  requires transitive org.meent.protocols;
  requires org.bouncycastle.pkix;
  requires org.bouncycastle.provider;
  requires org.bouncycastle.util;

  exports org.meent.ethics.fact;
  exports org.meent.ethics.log;
  exports org.meent.ethics.signature;
  exports org.meent.ethics;
}
