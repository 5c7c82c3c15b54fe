// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meent.disclosure.report.Block.Verdict;
import org.meent.disclosure.rule.Limit.Verification;
import org.meent.protocols.refusal.RefusalException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RuleSetTest {

  /** The numbers as the field notes give them, section "Rules in numbers". */
  @ParameterizedTest
  @CsvSource({
    "cbs-ra, minimum-units, 10, NOT_VERIFIED",
    "cbs-ra, dominance-1-share, 0.5, NOT_VERIFIED",
    "cbs-ra, group-disclosure-share, 0.9, NOT_VERIFIED",
    "cbs-ra, residual-degrees-of-freedom, 10, NOT_VERIFIED",
    "essnet, group-disclosure-share, 0.9, NOT_VERIFIED",
    "opensafely, minimum-units, 8, VERIFIED",
    "opensafely, rounding-base, 5, VERIFIED",
    "sacro, dominance-2-share, 0.9, VERIFIED",
    "sacro, p-percent-share, 0.1, VERIFIED",
    "sdclog, minimum-units, 5, VERIFIED",
    "sdclog, dominance-2-share, 0.85, VERIFIED",
    "abs, dominance-1-share, 0.5, VERIFIED",
    "abs, dominance-2-share, 0.67, VERIFIED"
  })
  void statesTheNumbersOfTheField(
      String set, String id, BigDecimal value, Verification verification) {
    Limit limit = RuleSet.named(set).limit(id);
    assertThat(limit.value()).isEqualByComparingTo(value);
    assertThat(limit.verification()).isEqualTo(verification);
    assertThat(limit.ruleSet()).isEqualTo(set);
  }

  @Test
  void everySetCarriesMeentsOwnCriteriaMarkedAsSuch() {
    for (String name : RuleSet.names()) {
      RuleSet rules = RuleSet.named(name);
      assertThat(rules.limit(RuleSet.OVERLAP_OUTSIDE).ruleSet()).isEqualTo("meent");
      assertThat(rules.limit(RuleSet.FIGURE_DECIMALS).whole()).isEqualTo(2);
      assertThat(rules.title(Locale.ENGLISH)).isNotBlank();
      assertThat(rules.title(Locale.of("nl"))).isNotBlank();
      for (Limit limit : rules.limits().values()) {
        assertThat(limit.source()).isNotBlank();
        assertThat(limit.meaning(Locale.ENGLISH)).isNotEqualTo(limit.meaning(Locale.of("nl")));
      }
    }
  }

  @Test
  void groupDisclosureAsksForAPersonUnderCbsAndIsHardUnderEssnet() {
    assertThat(RuleSet.named("cbs-ra").limit(RuleSet.GROUP_DISCLOSURE).verdict())
        .isEqualTo(Verdict.REVIEW);
    assertThat(RuleSet.named("essnet").limit(RuleSet.GROUP_DISCLOSURE).verdict())
        .isEqualTo(Verdict.FAIL);
  }

  @Test
  void anUnknownNameGetsTheNearestOne() {
    assertThatThrownBy(() -> RuleSet.named("cbs_ra"))
        .isInstanceOf(RefusalException.class)
        .hasMessageContaining("Did you mean \"cbs-ra\"?");
  }

  @Test
  void aMissingLimitIsSaid() {
    assertThatThrownBy(() -> RuleSet.named("opensafely").limit(RuleSet.DOMINANCE_1))
        .isInstanceOf(RefusalException.class)
        .hasMessageContaining("\"opensafely\" does not state it");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"version\": 1 | \"version\": 1.5 | a whole number",
        "\"version\": 1 | \"version\": 1, \"version\": 1 | each key once",
        "\"version\": 1 | \"versoin\": 1 | Did you mean \"version\"",
        "\"version\": 1, | '' | the key \"version\"",
        "meent-rule-set/1 | meent-rule-set/2 | Expected meent-rule-set/1",
        "\"value\": 10 | \"value\": \"10\" | a number",
        "\"value\": 10 | \"value\": -10 | a whole number",
        "\"value\": 0.5 | \"value\": 50 | 0 to 1",
        "\"verified\": false | \"verified\": \"no\" | true or false",
        "\"verdict\": \"fail\" | \"verdict\": \"warn\" | fail, review",
        "\"id\": \"minimum-units\" | \"id\": \"minimum-unit\" | minimum-units",
        "\"meent\" | \"cbs-ra\" | names of other rule sets"
      })
  void refusesWhatIsNotStrictlyRight(String find, String replace, String said) {
    String json = shipped("cbs-ra").replace(find, replace);
    assertThatThrownBy(() -> RuleSetFile.read("own.json", json))
        .isInstanceOf(RefusalException.class)
        .hasMessageContaining("own.json")
        .hasMessageContaining(said);
  }

  @Test
  void refusesWhatFollowsTheEnd() {
    assertThatThrownBy(() -> RuleSetFile.read("own.json", shipped("abs") + "{}"))
        .isInstanceOf(RefusalException.class);
  }

  @Test
  void theSchemaNamesTheSameKeysAsTheReader() {
    JsonNode schema = JsonMapper.shared().readTree(resource("schema/rule-set.schema.json"));
    assertThat(texts(schema.get("required"))).hasSameElementsAs(RuleSetFile.KEYS);
    JsonNode limit = schema.at("/properties/limits/items");
    assertThat(texts(limit.get("required"))).hasSameElementsAs(RuleSetFile.LIMIT_KEYS);
    assertThat(texts(limit.at("/properties/id/enum"))).hasSameElementsAs(RuleSetFile.LIMITS);
    assertThat(texts(limit.at("/properties/unit/enum"))).hasSameElementsAs(RuleSetFile.UNITS);
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(node -> texts.add(node.stringValue()));
    return texts;
  }

  private static String shipped(String name) {
    return resource("rule-sets/" + name + ".json");
  }

  private static String resource(String path) {
    try (InputStream in =
        RuleSetTest.class.getClassLoader().getResourceAsStream("META-INF/meent/" + path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
