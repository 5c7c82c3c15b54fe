// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.meent.linkage.compare.FoldedText;

/**
 * Guesses the kind of a column from the words of its name (Dutch and English) and from its values.
 * The name counts only where the values do not contradict it. Identifiers of persons or records and
 * results of an earlier linkage are left out: who wants to link on one names it.
 */
final class KindGuesser {
  private static final int FEW = 40;

  private record Words(FieldKind kind, Set<String> whole, Set<String> parts) {
    boolean fit(List<String> words) {
      return whole.contains(String.join("", words)) || words.stream().anyMatch(parts::contains);
    }
  }

  private static final Words IDENTIFIERS =
      new Words(
          FieldKind.IGNORE,
          Set.of("id", "rowid", "recordid", "recid", "personid", "rinpersoon", "rinpersoons"),
          Set.of("cluster", "truth", "label", "blocking", "duplicate", "match", "linked"));

  private static final List<Words> NAMES =
      List.of(
          new Words(FieldKind.ENCODING, Set.of(), Set.of("encoding")),
          new Words(
              FieldKind.EMAIL, Set.of(), Set.of("email", "mail", "emailadres", "emailaddress")),
          new Words(
              FieldKind.PHONE,
              Set.of(),
              Set.of(
                  "phone",
                  "telephone",
                  "telefoon",
                  "telefoonnummer",
                  "tel",
                  "mobile",
                  "mobiel",
                  "fax")),
          new Words(
              FieldKind.COUNTRY,
              Set.of(),
              Set.of(
                  "country",
                  "land",
                  "nationality",
                  "nationaliteit",
                  "geboorteland",
                  "herkomst",
                  "herkomstland")),
          new Words(
              FieldKind.POSTCODE,
              Set.of(),
              Set.of(
                  "postcode", "zip", "zipcode", "postal", "postalcode", "pc6", "pc4", "postkode")),
          new Words(
              FieldKind.HOUSE_NUMBER,
              Set.of("streetnumber", "housenumber", "houseno", "streetno", "housenr", "streetnr"),
              Set.of("huisnummer", "huisnr", "huisno", "hnr", "housenumber", "houseno")),
          new Words(
              FieldKind.GIVEN_NAME,
              Set.of("firstname", "givenname", "forename", "fname", "givennames", "firstnames"),
              Set.of(
                  "voornaam",
                  "voornamen",
                  "roepnaam",
                  "forename",
                  "forenames",
                  "given",
                  "firstname",
                  "prenom",
                  "vorname")),
          new Words(
              FieldKind.SURNAME,
              Set.of("lastname", "familyname", "lname", "surname"),
              Set.of(
                  "surname",
                  "surnames",
                  "lastname",
                  "achternaam",
                  "geslachtsnaam",
                  "familienaam",
                  "nachname",
                  "family")),
          new Words(FieldKind.SEX, Set.of(), Set.of("sex", "gender", "geslacht", "gesl")),
          new Words(
              FieldKind.DATE_OF_BIRTH,
              Set.of(),
              Set.of(
                  "dob",
                  "birth",
                  "birthdate",
                  "birthday",
                  "geboortedatum",
                  "geboren",
                  "gebdat",
                  "gebdatum",
                  "date",
                  "datum")),
          new Words(
              FieldKind.PLACE,
              Set.of(),
              Set.of(
                  "city",
                  "town",
                  "suburb",
                  "place",
                  "plaats",
                  "woonplaats",
                  "gemeente",
                  "municipality",
                  "state",
                  "province",
                  "provincie",
                  "region",
                  "regio",
                  "county",
                  "village",
                  "birthplace",
                  "geboorteplaats")),
          new Words(
              FieldKind.ADDRESS,
              Set.of(),
              Set.of(
                  "address",
                  "adres",
                  "street",
                  "straat",
                  "straatnaam",
                  "streetname",
                  "addr",
                  "weg")),
          new Words(
              FieldKind.NAME, Set.of(), Set.of("name", "naam", "fullname", "names", "namen")));

  private KindGuesser() {}

  /** Whether a column is named as an identifier of records or a result of linkage. */
  static boolean isIdentifier(String column) {
    List<String> words = words(column);
    return IDENTIFIERS.fit(words)
        || (words.size() == 2
            && words.getLast().equals("id")
            && Set.of("rec", "record", "row", "person", "unique", "entity", "client", "index")
                .contains(words.getFirst()));
  }

  static FieldGuess guess(
      String column, CsvTable.CsvColumn left, CsvTable.@Nullable CsvColumn right) {
    if (isIdentifier(column)) {
      return new FieldGuess(
          column, FieldKind.IGNORE, "named as an identifier or a result of linkage");
    }
    ColumnProfile profile = ColumnProfile.of(left, right);
    if (profile.distinct() < 2) {
      return new FieldGuess(column, FieldKind.IGNORE, "one value or none");
    }
    FieldKind named = byName(column, profile);
    if (named == null && profile.apart() && profile.withDigit() > 0.6) {
      return new FieldGuess(column, FieldKind.IGNORE, "every value once, none shared");
    }
    if (named != null) {
      return new FieldGuess(column, named, "name");
    }
    return new FieldGuess(column, byContent(profile), "values");
  }

  private static @Nullable FieldKind byName(String column, ColumnProfile profile) {
    List<String> words = words(column);
    for (Words names : NAMES) {
      if (names.fit(words) && fits(names.kind(), profile)) {
        return names.kind();
      }
    }
    return words.size() > 1
            && Set.of("nr", "no", "number", "nummer").contains(words.getLast())
            && words.getFirst().matches("street|house|huis")
        ? FieldKind.HOUSE_NUMBER
        : null;
  }

  private static boolean fits(FieldKind kind, ColumnProfile profile) {
    return switch (kind) {
      case DATE_OF_BIRTH -> profile.dates() > 0.7;
      case GIVEN_NAME, SURNAME, NAME -> profile.digits() < 0.3 && profile.dates() < 0.3;
      case SEX -> profile.distinct() <= FEW;
      case COUNTRY -> profile.digits() < 0.5 || profile.distinct() <= 400;
      case PLACE, ADDRESS -> profile.digits() < 0.7;
      case EMAIL -> profile.at() > 0.3;
      case HOUSE_NUMBER, POSTCODE, PHONE -> profile.withDigit() > 0.3 && profile.dates() < 0.9;
      case CODE, CATEGORY, TEXT, ENCODING, IGNORE -> true;
    };
  }

  private static FieldKind byContent(ColumnProfile profile) {
    if (profile.dates() > 0.8) {
      return FieldKind.DATE_OF_BIRTH;
    }
    if (profile.at() > 0.5) {
      return FieldKind.EMAIL;
    }
    if (profile.distinct() <= FEW || (profile.distinct() <= 150 && profile.perValue() > 20)) {
      return FieldKind.CATEGORY;
    }
    if (profile.withDigit() > 0.6) {
      return profile.blanks() > 0.5 ? FieldKind.ADDRESS : FieldKind.CODE;
    }
    return FieldKind.TEXT;
  }

  /** The words of a header: cut at blanks, marks and capitals within; trailing digits dropped. */
  static List<String> words(String header) {
    String spaced =
        header
            .replaceAll("([a-z])([A-Z])", "$1 $2")
            .replaceAll("([A-Za-z])([0-9]+)$", "$1")
            .toLowerCase(Locale.ROOT);
    String folded = FoldedText.fold(spaced);
    return folded.isEmpty() ? List.of("") : Arrays.asList(folded.split(" "));
  }
}
