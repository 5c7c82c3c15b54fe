// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.elsewhere;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.meent.disclosure.output.Position.Point;

/**
 * A point of a distribution in the words of Stata, R and people.
 *
 * @param point which point
 * @param share share of a quantile; 0 for other points
 */
record PointWord(Point point, double share) {
  private static final Map<String, Point> ENDS =
      Map.of(
          "min", Point.MINIMUM,
          "minimum", Point.MINIMUM,
          "max", Point.MAXIMUM,
          "maximum", Point.MAXIMUM,
          "mode", Point.MODE,
          "lower_whisker", Point.LOWER_WHISKER,
          "upper_whisker", Point.UPPER_WHISKER);
  private static final Map<String, Double> QUANTILES =
      Map.of(
          "median", 0.5, "q1", 0.25, "q2", 0.5, "q3", 0.75, "1st qu", 0.25, "3rd qu", 0.75, "lq",
          0.25, "uq", 0.75);
  private static final Pattern PERCENT =
      Pattern.compile("(?:[pq]|quantile |percentile )?([0-9]{1,2}(?:\\.[0-9]+)?)(%?)");
  private static final double WHOLE = 100;

  /** The point that a word means, if it means one. */
  static Optional<PointWord> of(String text) {
    String word = text.strip().toLowerCase(Locale.ROOT);
    word = word.endsWith(".") ? word.substring(0, word.length() - 1) : word;
    Point end = ENDS.get(word.replace(' ', '_'));
    if (end != null) {
      return Optional.of(new PointWord(end, 0));
    }
    Double share = QUANTILES.get(word);
    if (share != null) {
      return Optional.of(new PointWord(Point.QUANTILE, share));
    }
    Matcher percent = PERCENT.matcher(word);
    if (!percent.matches()) {
      return Optional.empty();
    }
    double number = Double.parseDouble(percent.group(1));
    boolean isShare = number < 1 && percent.group(2).isEmpty();
    double found = isShare ? number : number / WHOLE;
    return found > 0 && found < 1
        ? Optional.of(new PointWord(Point.QUANTILE, found))
        : Optional.empty();
  }

  /** Whether a heading is surely a point and no column of codes. */
  static boolean heads(String heading) {
    boolean word =
        heading.matches(
                "(?i)min(imum)?\\.?|max(imum)?\\.?|median|p[0-9]{1,2}|q[0-9]{1,2}|[0-9]{1,2}%")
            || heading.matches("(?i)(lower|upper)_whisker|(1st|3rd) qu\\.?");
    return word && of(heading).isPresent();
  }
}
