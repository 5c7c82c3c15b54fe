// SPDX-License-Identifier: GPL-3.0-or-later
/** The counter: commands, documents, and the only code that writes what leaves. */
module org.meent.desk {
  requires static org.jspecify;
  requires org.meent.models;
  requires info.picocli;
  requires org.apache.poi.ooxml;

  opens org.meent.desk.command to
      info.picocli;
}
