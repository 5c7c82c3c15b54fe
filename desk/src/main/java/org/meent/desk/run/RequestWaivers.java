// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.meent.ethics.WaiverReason;
import org.meent.ethics.WaiverRegister;
import org.meent.ethics.WaiverStatement;
import org.meent.ethics.signature.SigningKey;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A checker's statement on soft findings of the request that a study's run left. */
public final class RequestWaivers {
  private static final String FINDINGS = "findings.json";

  private RequestWaivers() {}

  /**
   * What a checker sets aside.
   *
   * @param output id of the output
   * @param rule the rule whose soft findings are meant
   * @param reason why
   * @param explanation the same in words
   */
  public record Asked(String output, String rule, WaiverReason reason, String explanation) {}

  /**
   * Signs a statement over exactly what would leave, and keeps it beside the study's requests. It
   * counts once another checker signed the same, and the study is run again.
   *
   * @throws org.meent.protocols.refusal.RefusalException if there is no such request, output or
   *     soft finding, or the key is not that of an output checker of the study
   */
  public static WaiverStatement sign(StudyRun.Settings settings, Asked asked, SigningKey key)
      throws IOException {
    StudyRun run = StudyRun.prepared(settings, (moment, stage) -> {});
    JsonNode output = output(settings.study().resolve("requests").resolve(run.id()), asked);
    WaiverStatement draft =
        new WaiverStatement(
            "",
            "",
            asked.output(),
            output.path("content").asString(),
            asked.rule(),
            asked.reason(),
            asked.explanation(),
            "",
            run.today());
    WaiverStatement signed =
        WaiverRegister.of(settings.study(), run.mandate(), run.id()).sign(draft, key);
    run.write(signed.person(), "waiver.signed", asked.output() + ": " + asked.rule());
    return signed;
  }

  private static JsonNode output(Path request, Asked asked) throws IOException {
    Path file = request.resolve(FINDINGS);
    if (!Files.isRegularFile(file)) {
      throw Refusal.badInput("desk.waive.no-request", Where.file("requests")).asException();
    }
    JsonNode outputs = JsonMapper.shared().readTree(Files.readAllBytes(file)).path("outputs");
    Optional<JsonNode> output =
        StreamSupport.stream(outputs.spliterator(), false)
            .filter(one -> one.path("id").asString().equals(asked.output()))
            .filter(one -> one.has("content"))
            .findFirst();
    TreeSet<String> soft = new TreeSet<>();
    output.ifPresent(
        one ->
            one.path("findings")
                .forEach(
                    finding -> {
                      if (finding.path("waivable").asBoolean()) {
                        soft.add(finding.path("rule").asString());
                      }
                    }));
    if (!soft.contains(asked.rule())) {
      throw Refusal.refused(
              "desk.waive.not-soft",
              Where.file(FINDINGS).in(asked.output()),
              soft.isEmpty() ? "-" : String.join(", ", soft),
              asked.rule())
          .asException();
    }
    return output.orElseThrow();
  }
}
