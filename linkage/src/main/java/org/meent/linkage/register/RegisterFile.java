// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.meent.protocols.SourcePlan;

/** Strict reader of the file of one register, {@code meent-register/1}. */
final class RegisterFile {
  static final String SCHEMA = "meent-register/1";
  private static final int FIRST_YEAR = 1800;
  private static final int LAST_YEAR = 2200;

  private RegisterFile() {}

  /**
   * Reads the text of a file.
   *
   * @throws org.meent.protocols.refusal.RefusalException if anything in it is not as it should be
   */
  static Register read(String file, String json) {
    StrictJson root =
        StrictJson.read(
            file,
            json,
            "schema",
            "name",
            "title",
            "theme",
            "kind",
            "names",
            "keys",
            "rows",
            "columns",
            "limits",
            "verified",
            "by");
    if (!root.text("schema").equals(SCHEMA)) {
      throw root.wrong("schema", SCHEMA);
    }
    String name = root.text("name");
    List<Spelling> names = spellings(root, "names", name);
    List<RegisterColumn> columns = new ArrayList<>();
    for (StrictJson column :
        root.objects(
            "columns",
            "name",
            "spellings",
            "type",
            "meaning",
            "labels",
            "missing",
            "verified",
            "by")) {
      columns.add(column(column, columns));
    }
    return new Register(
        name,
        wording(root, "title"),
        root.text("theme"),
        root.oneOf("kind", SourcePlan.Kind.class),
        names,
        root.objects("keys", "kind", "columns").stream().map(RegisterFile::key).toList(),
        rows(root.object("rows", "kind", "unit", "start", "end", "day", "open-ends")),
        columns,
        root.objects("limits", "en", "nl").stream().map(RegisterFile::wording).toList(),
        basis(root));
  }

  private static RegisterColumn column(StrictJson json, List<RegisterColumn> before) {
    RegisterColumn column =
        new RegisterColumn(
            spellings(json, "spellings", json.text("name")),
            json.oneOf("type", RegisterColumn.Type.class),
            json.has("meaning") ? Optional.of(wording(json, "meaning")) : Optional.empty(),
            codes(json, "labels"),
            codes(json, "missing"),
            basis(json));
    for (RegisterColumn other : before) {
      if (column.spellings().stream().anyMatch(one -> other.matches(one.name()))) {
        throw json.wrong("name", "each spelling once");
      }
    }
    return column;
  }

  /** The usual name first, then the others that are written down. */
  private static List<Spelling> spellings(StrictJson json, String key, String usual) {
    List<Spelling> spellings = new ArrayList<>();
    for (StrictJson one : json.objects(key, "name", "from", "to")) {
      spellings.add(new Spelling(one.text("name"), year(one, "from"), year(one, "to")));
    }
    if (spellings.stream().noneMatch(one -> one.name().equals(usual))) {
      spellings.addFirst(Spelling.always(usual));
    }
    return spellings;
  }

  private static int year(StrictJson json, String key) {
    long year = json.whole(key, 0);
    if (year != 0 && (year < FIRST_YEAR || year > LAST_YEAR)) {
      throw json.wrong(key, "a year");
    }
    return (int) year;
  }

  private static List<CodeMeaning> codes(StrictJson json, String key) {
    return json.objects(key, "code", "en", "nl", "verified", "by").stream()
        .map(one -> new CodeMeaning(one.text("code"), wording(one), basis(one)))
        .toList();
  }

  private static RegisterKey key(StrictJson json) {
    List<String> columns = json.texts("columns");
    KeyKind kind = json.oneOf("kind", KeyKind.class);
    if (columns.size() != kind.columns) {
      throw json.wrong("columns", kind.columns + " names");
    }
    String first = columns.getFirst();
    return switch (kind) {
      case PERSON_PAIR -> new RegisterKey.PersonPair(first, columns.get(1));
      case HOUSEHOLD_ON_DATE -> new RegisterKey.HouseholdOnDate(first, columns.get(1));
      case OBJECT_PAIR -> new RegisterKey.ObjectPair(first, columns.get(1));
      case JOB -> new RegisterKey.Job(first);
      case OWN_NUMBER -> new RegisterKey.OwnNumber(first);
    };
  }

  private static RowMeaning rows(StrictJson json) {
    return switch (json.oneOf("kind", RowKind.class)) {
      case PER_PERIOD -> new RowMeaning.PerPeriod(json.oneOf("unit", RowMeaning.Unit.class));
      case SPELL ->
          new RowMeaning.Spell(json.text("start"), json.text("end"), codes(json, "open-ends"));
      case TWO_PERSONS ->
          new RowMeaning.TwoPersons(
              json.oneOf("unit", RowMeaning.Unit.class), json.text("start"), json.text("end"));
      case COUNTS_PER_TYPE -> new RowMeaning.CountsPerType();
      case EVENT -> new RowMeaning.Event(json.text("day"));
      case NOT_KNOWN -> new RowMeaning.NotKnown();
    };
  }

  private static Wording wording(StrictJson json, String key) {
    return wording(json.object(key, "en", "nl"));
  }

  private static Wording wording(StrictJson json) {
    return new Wording(json.text("en"), json.text("nl"));
  }

  private static Basis basis(StrictJson json) {
    return new Basis(json.truth("verified"), json.text("by"));
  }

  /** The words for {@link RegisterKey}. */
  private enum KeyKind {
    PERSON_PAIR(2),
    HOUSEHOLD_ON_DATE(2),
    OBJECT_PAIR(2),
    JOB(1),
    OWN_NUMBER(1);

    private final int columns;

    KeyKind(int columns) {
      this.columns = columns;
    }
  }

  /** The words for {@link RowMeaning}. */
  private enum RowKind {
    PER_PERIOD,
    SPELL,
    TWO_PERSONS,
    COUNTS_PER_TYPE,
    EVENT,
    NOT_KNOWN
  }
}
