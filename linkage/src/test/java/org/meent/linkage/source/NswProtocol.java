// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.meent.protocols.AnalysisPlan;
import org.meent.protocols.ClientView;
import org.meent.protocols.CohortPlan;
import org.meent.protocols.CohortPlan.Absent;
import org.meent.protocols.CohortPlan.Derived;
import org.meent.protocols.CohortPlan.Select;
import org.meent.protocols.IndexDates;
import org.meent.protocols.LinkagePlan;
import org.meent.protocols.People;
import org.meent.protocols.Protocol;
import org.meent.protocols.Purpose;
import org.meent.protocols.SourcePlan;
import org.meent.protocols.StudyDesign;

/** The protocol of examples/nsw, built by hand; the lock is taken from the files of the folder. */
public final class NswProtocol {
  private NswProtocol() {}

  /** The folder of an example. */
  public static Path example(String name) {
    return Path.of(System.getProperty("meent.root", "..")).resolve("examples").resolve(name);
  }

  /** The protocol over the files of a study folder. */
  public static Protocol over(Path study) {
    return with(sources(study), linkage(), cohort());
  }

  /** A protocol with these parts; the rest does not matter to linkage. */
  public static Protocol with(
      SequencedMap<String, SourcePlan> sources, LinkagePlan linkage, CohortPlan cohort) {
    return new Protocol(
        new Protocol.Identity("nsw-supported-work", 1, "t", "l"),
        Purpose.IMPROVE_SUPPORT,
        new Protocol.Relevance("s", "m"),
        sources,
        new Protocol.Feasibility("c", "k", "a"),
        linkage,
        cohort,
        new AnalysisPlan(1, new LinkedHashMap<>()),
        new LinkedHashMap<>(),
        "cbs-ra",
        new ClientView(List.of(), ClientView.CouncilAdvice.POSITIVE, ""),
        new People(List.of(), List.of(), List.of(), List.of(), List.of()),
        new Protocol.Retention(LocalDate.of(2036, 12, 31)));
  }

  /** The three sources. */
  public static SequencedMap<String, SourcePlan> sources(Path study) {
    SequencedMap<String, SourcePlan> sources = new LinkedHashMap<>();
    SequencedMap<String, SourcePlan.Variable> traits = new LinkedHashMap<>();
    traits.put("age", variable(SourcePlan.Type.INTEGER, 0));
    traits.put("education", variable(SourcePlan.Type.INTEGER, 0));
    for (String trait : List.of("black", "hispanic", "married", "nodegree")) {
      traits.put(trait, variable(SourcePlan.Type.CODE, 0));
    }
    sources.put("persons", source(study, "data/persons.csv", traits));
    SequencedMap<String, SourcePlan.Variable> earnings = new LinkedHashMap<>();
    earnings.put("year", variable(SourcePlan.Type.INTEGER, 0));
    earnings.put("earnings", variable(SourcePlan.Type.DECIMAL, 2));
    sources.put("earnings", source(study, "data/earnings.csv", earnings));
    SequencedMap<String, SourcePlan.Variable> instrument = new LinkedHashMap<>();
    instrument.put("instrument", variable(SourcePlan.Type.CODE, 0));
    sources.put("participation", source(study, "data/participation.csv", instrument));
    return sources;
  }

  /** A variable of that type. */
  public static SourcePlan.Variable variable(SourcePlan.Type type, int scale) {
    return new SourcePlan.Variable(type, scale, List.of(), "why", "validity");
  }

  /** A source of UTF-8, commas and points, locked as it is now. */
  public static SourcePlan source(
      Path study, String path, SequencedMap<String, SourcePlan.Variable> variables) {
    return new SourcePlan(
        "holder",
        List.of(new SourcePlan.LockedPath(path, sha256(study.resolve(path)))),
        new SourcePlan.TextFormat(',', '.', "utf-8"),
        List.of("RINPERSOONS", "RINPERSOON"),
        List.of(),
        "support",
        SourcePlan.Kind.REGISTER,
        SourcePlan.Timing.NONE,
        variables,
        SourcePlan.Exemption.NONE);
  }

  /** SHA-256 of a file; of nothing if there is no such file. */
  public static String sha256(Path file) {
    try {
      byte[] bytes = Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0];
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The linkage plan. */
  public static LinkagePlan linkage() {
    SequencedMap<String, LinkagePlan.Relation> joins = new LinkedHashMap<>();
    joins.put("earnings", LinkagePlan.Relation.ONE_TO_MANY);
    joins.put("participation", LinkagePlan.Relation.ONE_TO_ONE);
    return new LinkagePlan("persons", List.of("R"), joins, List.of());
  }

  /** The cohort plan. */
  public static CohortPlan cohort() {
    SequencedMap<String, Derived> covariates = new LinkedHashMap<>();
    for (String name : List.of("age", "education", "black", "hispanic", "married", "nodegree")) {
      covariates.put(name, derived(name, "persons", Select.VALUE, name, Map.of(), Absent.REFUSE));
    }
    covariates.put("earnings_1974", earningsOf(1974, Absent.MISSING));
    covariates.put("earnings_1975", earningsOf(1975, Absent.REFUSE));
    return cohort(earningsOf(1978, Absent.REFUSE), covariates);
  }

  /** A cohort plan with this outcome and these covariates. */
  public static CohortPlan cohort(Derived outcome, SequencedMap<String, Derived> covariates) {
    SequencedMap<String, String> arms = new LinkedHashMap<>();
    arms.put("none", CohortPlan.Treatment.ABSENT);
    arms.put("supported-work", "SW");
    SequencedMap<String, Derived> outcomes = new LinkedHashMap<>(Map.of(outcome.name(), outcome));
    return new CohortPlan(
        "persons",
        "d",
        List.of(),
        StudyDesign.landmark(new IndexDates.OneDay(LocalDate.of(1976, 1, 1))),
        CohortPlan.Assignment.RANDOMISED,
        new CohortPlan.Treatment(
            "participation",
            "instrument",
            "",
            Optional.empty(),
            arms,
            "none",
            new LinkedHashMap<>(),
            CohortPlan.CountsAs.INITIATION,
            "",
            List.of()),
        outcomes,
        covariates);
  }

  /** Earnings of one year. */
  public static Derived earningsOf(int year, Absent absent) {
    return derived(
        "earnings_" + year,
        "earnings",
        Select.SUM,
        "earnings",
        Map.of("year", Integer.toString(year)),
        absent);
  }

  /** A derived variable. */
  public static Derived derived(
      String name,
      String from,
      Select select,
      String variable,
      Map<String, String> where,
      Absent absent) {
    return new Derived(
        name, from, select, variable, new LinkedHashMap<>(where), Optional.empty(), absent, name);
  }
}
