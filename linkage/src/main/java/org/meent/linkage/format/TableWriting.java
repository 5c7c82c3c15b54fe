// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format;

import java.nio.file.Path;
import java.util.List;

/** How a format is written: first what it can hold of a schema, then the rows. */
public interface TableWriting {
  /** Whether the letters of tagged missings have a place. */
  boolean keepsTags();

  /** The format in words, such as {@code CSV}. */
  String target();

  /**
   * Bends a schema to what the format can hold.
   *
   * @param schema what there is; texts as wide as their UTF-8
   * @return what will be written, column by column in the same order, and what is lost
   * @throws org.meent.protocols.refusal.RefusalException if it cannot hold a column at all
   */
  Fitted fit(Schema schema);

  /**
   * Begins a file.
   *
   * @param file the path to write; an existing file is overwritten
   * @param schema the schema that {@link #fit} returned
   * @throws org.meent.protocols.refusal.RefusalException if the disk refuses
   */
  TableSink create(Path file, Schema schema);

  /** About how many bytes a file with this schema takes. */
  long estimate(Schema schema, long rows);

  /**
   * A schema as a format can hold it.
   *
   * @param schema what will be written
   * @param losses what the format cannot hold
   */
  record Fitted(Schema schema, List<Loss> losses) {
    /** Copies the losses. */
    public Fitted {
      losses = List.copyOf(losses);
    }
  }
}
