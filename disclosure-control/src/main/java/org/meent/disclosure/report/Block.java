// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.report;

import java.util.List;

/** A piece of a document. */
public sealed interface Block {

  /**
   * A heading.
   *
   * @param level 2 or 3; the title is 1
   * @param text the words
   */
  record Heading(int level, String text) implements Block {}

  /**
   * A paragraph.
   *
   * @param text the words
   */
  record Paragraph(String text) implements Block {}

  /**
   * A table.
   *
   * @param caption what it shows
   * @param columns column headings with their alignment
   * @param rows cells as text, each row as long as the columns
   */
  record Table(String caption, List<Column> columns, List<List<String>> rows) implements Block {

    /** Copies and checks the shape. */
    public Table {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
      for (List<String> row : rows) {
        if (row.size() != columns.size()) {
          throw new IllegalArgumentException("a row has not as many cells as there are columns");
        }
      }
    }
  }

  /**
   * A column of a table.
   *
   * @param heading the heading
   * @param numeric whether cells are numbers, set to the right
   */
  record Column(String heading, boolean numeric) {}

  /**
   * A figure with a caption that says what is to be seen.
   *
   * @param caption the caption
   * @param figure what is drawn
   */
  record Picture(String caption, Figure figure) implements Block {}

  /**
   * What a check found.
   *
   * @param verdict how it ended
   * @param subject what was checked
   * @param text what was found, and what can be done
   */
  record Finding(Verdict verdict, String subject, String text) implements Block {}

  /** How a check ended. */
  enum Verdict {
    /** The check ran and found nothing. */
    PASS,
    /** A person has to judge. */
    REVIEW,
    /** It must not leave like this. */
    FAIL,
    /** The check did not run. */
    NOT_RUN
  }
}
