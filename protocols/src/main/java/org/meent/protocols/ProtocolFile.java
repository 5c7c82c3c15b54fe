// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.RefusalException;
import org.meent.protocols.refusal.Where;
import org.meent.protocols.yaml.Fields;
import org.meent.protocols.yaml.Node;
import org.meent.protocols.yaml.Problems;
import org.meent.protocols.yaml.YamlFile;

/**
 * Reads a study's {@code study.yaml} into a {@link Protocol}: every key checked, every name
 * resolved, everything that is wrong told at once with its line. Whether it is approved, and
 * whether its retention has passed, is not asked here.
 */
public final class ProtocolFile {
  /** The name of the protocol in every study folder. */
  public static final String NAME = "study.yaml";

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  private final StudyPath paths;
  private final Problems problems = new Problems(NAME);

  private ProtocolFile(StudyPath paths) {
    this.paths = paths;
  }

  /**
   * Reads the protocol of a study.
   *
   * @param studyFolder the folder that holds {@code study.yaml}
   * @throws RefusalException with everything that is wrong, in the order of the lines
   */
  public static Protocol read(Path studyFolder) {
    if (!Files.isDirectory(studyFolder)) {
      throw Refusal.badInput("protocols.study.no-folder", Where.NOWHERE).asException();
    }
    Node root = YamlFile.read(studyFolder.resolve(NAME), NAME);
    return new ProtocolFile(new StudyPath(studyFolder)).bind(root);
  }

  private Protocol bind(Node root) {
    Fields top = Fields.of(root, problems);
    Protocol protocol = protocol(top);
    top.done();
    problems.throwIfAny();
    return protocol;
  }

  private Protocol protocol(Fields top) {
    Protocol.Identity identity = top.fields("protocol", ProtocolFile::identity);
    Purpose purpose = top.choice("purpose", Purpose.class, "protocols.study.purpose");
    Protocol.Relevance relevance =
        top.fields(
            "relevance", at -> new Protocol.Relevance(at.text("scientific"), at.text("municipal")));
    var sources = new SourcesPart(paths).read(top);
    Protocol.Feasibility feasibility =
        top.fields(
            "feasibility",
            at ->
                new Protocol.Feasibility(
                    at.text("cost"),
                    at.text("linkage-keys"),
                    at.text("alternatives-without-data")));
    LinkagePlan linkage = top.fields("linkage", new LinkagePart(sources, paths)::read);
    var tables = linkage.withDerived(sources);
    CohortPlan cohort = top.fields("cohort", at -> new CohortPart(tables, linkage).read(at));
    ScriptPart.checkUse(top, linkage, cohort, sources);
    CohortNames names = CohortNames.of(cohort, tables);
    AnalysisPlan analysis = top.fields("analysis", at -> AnalysisPart.read(at, cohort, names));
    ExitPart.checkLinkages(top, analysis, linkage);
    var outputs = OutputsPart.read(top, analysis, names, linkage, cohort.treatment());
    String rules =
        top.fields(
            "disclosure-control",
            at -> matching(at, "rules", at.text("rules"), "protocols.study.rules"));
    ClientView clientView = top.fields("client-view", PeoplePart::clientView);
    People people = top.fields("people", PeoplePart::people);
    Protocol.Retention retention =
        top.fields("retention", at -> new Protocol.Retention(at.date("derived-data-until")));
    return new Protocol(
        identity,
        purpose,
        relevance,
        sources,
        feasibility,
        linkage,
        cohort,
        analysis,
        outputs,
        rules,
        clientView,
        people,
        retention);
  }

  private static Protocol.Identity identity(Fields at) {
    String id = matching(at, "id", at.text("id"), "protocols.study.id");
    String title = at.text("title");
    if (title.indexOf('\n') >= 0) {
      at.problems().badInput("protocols.study.title", at.at("title"));
    }
    return new Protocol.Identity(
        id, (int) at.integer("version", 1, 9999), title, at.text("lay-summary"));
  }

  private static String matching(Fields at, String key, String text, String code) {
    if (!text.isEmpty() && (text.length() > 64 || !ID.matcher(text).matches())) {
      at.problems().badInput(code, at.at(key));
    }
    return text;
  }

  /** Names that mean something by themselves and cannot be given to a covariate. */
  static final Set<String> RESERVED = Set.of("arm");
}
