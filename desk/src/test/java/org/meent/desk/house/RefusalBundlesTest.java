// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sentence stands in both languages, with the same places for arguments. */
final class RefusalBundlesTest {
  private static final Path ROOT = Path.of(System.getProperty("meent.root"));
  private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)}");

  static List<Path> englishBundles() throws IOException {
    List<Path> bundles = new ArrayList<>();
    for (String module :
        List.of("protocols", "ethics", "disclosure-control", "linkage", "models", "desk")) {
      Path folder = ROOT.resolve(module + "/src/main/resources/META-INF/meent");
      try (Stream<Path> files = Files.walk(folder)) {
        files.filter(file -> file.toString().endsWith("_en.properties")).forEach(bundles::add);
      }
    }
    return bundles;
  }

  @ParameterizedTest
  @MethodSource("englishBundles")
  void dutchAndEnglishSayTheSame(Path english) throws IOException {
    Properties en = load(english);
    Properties nl =
        load(english.resolveSibling(english.getFileName().toString().replace("_en.", "_nl.")));
    assertThat(nl.keySet()).isEqualTo(en.keySet());
    for (String key : en.stringPropertyNames()) {
      assertThat(arguments(nl.getProperty(key))).as(key).isEqualTo(arguments(en.getProperty(key)));
    }
  }

  @ParameterizedTest
  @MethodSource("englishBundles")
  void aRefusalHasThreeParts(Path english) throws IOException {
    if (!english.toString().contains("refusals")) {
      return;
    }
    for (String language : List.of("_en.", "_nl.")) {
      Properties texts =
          load(english.resolveSibling(english.getFileName().toString().replace("_en.", language)));
      for (String key : texts.stringPropertyNames()) {
        assertThat(texts.getProperty(key).split(" \\| ", -1)).as(key).hasSize(3).doesNotContain("");
      }
    }
  }

  /** Each code that the sources name has a sentence. */
  @Test
  void noCodeWithoutASentence() throws IOException {
    Pattern code =
        Pattern.compile(
            "Refusal\\s*\\.(?:refused|badInput|unverified|environment|usage)\\(\\s*\"([a-z0-9.-]*[a-z0-9])\"");
    Properties known = new Properties();
    for (Path bundle : englishBundles()) {
      known.putAll(load(bundle));
    }
    List<String> missing = new ArrayList<>();
    for (String module :
        List.of("protocols", "ethics", "disclosure-control", "linkage", "models", "desk")) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(module + "/src/main/java"))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
          Matcher found = code.matcher(Files.readString(file));
          while (found.find()) {
            if (!known.containsKey(found.group(1))) {
              missing.add(file.getFileName() + ": " + found.group(1));
            }
          }
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  private static List<String> arguments(String sentence) {
    return ARGUMENT.matcher(sentence).results().map(m -> m.group(1)).distinct().sorted().toList();
  }

  private static Properties load(Path file) throws IOException {
    Properties texts = new Properties();
    try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      texts.load(in);
    }
    return texts;
  }
}
