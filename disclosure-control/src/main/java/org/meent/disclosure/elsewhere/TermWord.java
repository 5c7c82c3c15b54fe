// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.elsewhere;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.meent.disclosure.measure.Sample;
import org.meent.disclosure.measure.TermSpec.Code;
import org.meent.disclosure.measure.TermSpec.Factor;
import org.meent.disclosure.measure.TermSpec.How;
import org.meent.disclosure.measure.TermSpec.Number;

/** Names of terms as R, Stata and Python write them, read with the columns of the records. */
final class TermWord {
  private static final Pattern CONSTANT =
      Pattern.compile("(?i)\\(intercept\\)|intercept|_cons|const|constant");
  private static final Pattern STATA = Pattern.compile("([0-9]+)[bno]*\\.(.+)");
  private static final Pattern CONTINUOUS = Pattern.compile("c\\.(.+)");
  private static final Pattern PYTHON = Pattern.compile("(?:C\\((.+?)\\)|(.+?))\\[T?\\.?(.+)\\]");
  private static final Pattern FACTOR = Pattern.compile("(?:as\\.)?factor\\((.+?)\\)(.+)");
  private static final Map<Pattern, How> MADE =
      Map.of(
          Pattern.compile("(?:np\\.)?(?:log|ln)\\((.+)\\)"), How.LOG,
          Pattern.compile("(?:np\\.)?sqrt\\((.+)\\)"), How.ROOT,
          Pattern.compile("I\\((.+?) ?\\^ ?2\\)"), How.SQUARE,
          Pattern.compile("I\\((.+?) ?\\^ ?3\\)"), How.CUBE);

  private TermWord() {}

  /** Whether a term is the intercept. */
  static boolean constant(String term) {
    return CONSTANT.matcher(term.strip()).matches();
  }

  /** The factors of a term; empty where a part of its name is no column, or no code of one. */
  static Optional<List<Factor>> read(String term, Sample sample) {
    List<Factor> factors = new ArrayList<>();
    if (constant(term)) {
      return Optional.of(factors);
    }
    for (String part : term.split("[:#]", -1)) {
      Optional<Factor> factor = part(part.strip(), sample);
      if (factor.isEmpty()) {
        return Optional.empty();
      }
      factors.add(factor.get());
    }
    return Optional.of(factors);
  }

  private static Optional<Factor> part(String part, Sample sample) {
    if (sample.numeric(part)) {
      return Optional.of(new Number(part, How.PLAIN));
    }
    for (Map.Entry<Pattern, How> made : MADE.entrySet()) {
      Matcher matcher = made.getKey().matcher(part);
      if (matcher.matches() && sample.numeric(matcher.group(1))) {
        return Optional.of(new Number(matcher.group(1), made.getValue()));
      }
    }
    Matcher continuous = CONTINUOUS.matcher(part);
    if (continuous.matches() && sample.numeric(continuous.group(1))) {
      return Optional.of(new Number(continuous.group(1), How.PLAIN));
    }
    Matcher stata = STATA.matcher(part);
    if (stata.matches() && codes(sample, stata.group(2), stata.group(1))) {
      return Optional.of(new Code(stata.group(2), stata.group(1)));
    }
    Matcher python = PYTHON.matcher(part);
    if (python.matches()) {
      String variable = python.group(1) == null ? python.group(2) : python.group(1);
      if (codes(sample, variable, python.group(3))) {
        return Optional.of(new Code(variable, python.group(3)));
      }
    }
    Matcher factor = FACTOR.matcher(part);
    if (factor.matches() && codes(sample, factor.group(1), factor.group(2))) {
      return Optional.of(new Code(factor.group(1), factor.group(2)));
    }
    return joined(part, sample);
  }

  private static boolean codes(Sample sample, String variable, String code) {
    return sample.has(variable) && sample.codes(variable).contains(code);
  }

  /** A variable with a code right behind it, as R writes dummies; the longest such variable. */
  private static Optional<Factor> joined(String part, Sample sample) {
    for (int end = part.length() - 1; end > 0; end--) {
      String variable = part.substring(0, end);
      String rest = part.substring(end);
      if (codes(sample, variable, rest)) {
        return Optional.of(new Code(variable, rest));
      }
      boolean separated = " =_.".indexOf(rest.charAt(0)) >= 0 && rest.length() > 1;
      if (separated && codes(sample, variable, rest.substring(1).strip())) {
        return Optional.of(new Code(variable, rest.substring(1).strip()));
      }
    }
    return Optional.empty();
  }
}
