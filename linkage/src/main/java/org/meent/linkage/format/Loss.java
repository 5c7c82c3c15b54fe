// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/**
 * Something that the target of a conversion cannot hold.
 *
 * @param kind what kind of loss
 * @param columns the columns that it concerns, a renamed one as {@code old → new}; empty if it
 *     concerns the file
 * @param target the target in words, such as {@code CSV}
 */
public record Loss(Kind kind, List<String> columns, String target) {
  private static final int NAMED = 5;

  /** The kinds of loss; each has a sentence in every language. */
  public enum Kind {
    /** Labels of columns have no place. */
    COLUMN_LABELS,
    /** Value labels have no place. */
    VALUE_LABELS,
    /** Value labels of texts, fractions or tagged missings have no place. */
    VALUE_LABELS_OF_KIND,
    /** Declared missing codes have no place; the codes stay as ordinary values. */
    MISSING_CODES,
    /** Tagged missings become plain missings. */
    TAGGED_MISSING,
    /** A name was changed to one that the format allows. */
    RENAMED,
    /** A label was cut. */
    LABEL_CUT,
    /** Times of day become moments on the first day of the format's count. */
    TIMES,
    /** The label of the file has no place. */
    FILE_LABEL,
    /** The level of measurement has no place. */
    MEASURE,
    /** Labels, missing codes and measure stand where only Meent looks for them. */
    ONLY_MEENT
  }

  /** Copies the columns. */
  public Loss {
    columns = List.copyOf(columns);
  }

  /** The loss in one sentence. */
  public String sentence(Locale locale) {
    Locale language = locale.getLanguage().equals("nl") ? Locale.of("nl") : Locale.ENGLISH;
    ResourceBundle texts = ResourceBundle.getBundle("org.meent.linkage.format.losses", language);
    String names = String.join(", ", columns.subList(0, Math.min(NAMED, columns.size())));
    if (columns.size() > NAMED) {
      String more = texts.getString("MORE");
      names += more.replace("{count}", Integer.toString(columns.size() - NAMED));
    }
    return texts.getString(kind.name()).replace("{target}", target).replace("{columns}", names);
  }

  /** Collects losses column by column and gives one per kind. */
  public static final class Account {
    private final Map<Kind, List<String>> columns = new EnumMap<>(Kind.class);
    private final String target;

    /** An empty account for a target. */
    public Account(String target) {
      this.target = target;
    }

    /** Books a loss of a column. */
    public void add(Kind kind, String column) {
      columns.computeIfAbsent(kind, k -> new ArrayList<>()).add(column);
    }

    /** Books a loss of the file. */
    public void add(Kind kind) {
      columns.computeIfAbsent(kind, k -> new ArrayList<>());
    }

    /** One loss per kind, in the order of {@link Kind}. */
    public List<Loss> losses() {
      List<Loss> losses = new ArrayList<>();
      columns.forEach((kind, names) -> losses.add(new Loss(kind, names, target)));
      return losses;
    }
  }
}
