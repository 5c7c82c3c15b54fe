// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.meent.protocols.Protocol;
import org.meent.protocols.ProtocolFile;
import org.meent.protocols.canonical.CanonicalJson;
import org.meent.protocols.canonical.ProtocolDigest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a card as somebody outside would, who has the files of a request and the protocol and
 * nothing else, and looks for numbers in it that stand in none of them. It shares no code with the
 * gate.
 */
final class CardRecovery {
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(?:[.][0-9]+)*");
  private static final Pattern DIGEST = Pattern.compile("\\b[0-9a-f]{64}\\b");

  private CardRecovery() {}

  /** Numbers of a text of the card that stand nowhere else. */
  static List<String> unaccounted(String card, Path request, Path study) throws IOException {
    Set<String> known = new HashSet<>();
    Set<String> digests = new HashSet<>();
    try (Stream<Path> files = Files.list(request.resolve("outputs"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".csv")).toList()) {
        if (!String.valueOf(file.getFileName()).startsWith("card")) {
          known.addAll(numbers(Files.readString(file)));
          digests.add(HexFormat.of().formatHex(RunId.sha256(Files.readAllBytes(file))));
        }
      }
    }
    JsonNode manifest =
        JsonMapper.builder().build().readTree(Files.readAllBytes(request.resolve("request.json")));
    for (JsonNode output : manifest.path("outputs")) {
      known.addAll(numbers(output.path("id").asString()));
      known.addAll(numbers(output.path("title").asString()));
      known.addAll(numbers(output.path("population").asString()));
    }
    Protocol protocol = ProtocolFile.read(study);
    known.addAll(numbers(CanonicalJson.write(ProtocolDigest.canonical(protocol))));
    known.addAll(numbers(protocol.usableUntil().toString()));
    digests.add(ProtocolDigest.of(protocol));
    List<String> unaccounted = new ArrayList<>();
    Matcher digest = DIGEST.matcher(card);
    while (digest.find()) {
      if (!digests.contains(digest.group())) {
        unaccounted.add(digest.group());
      }
    }
    for (String number : numbers(digest.replaceAll(" "))) {
      if (!known.contains(number)) {
        unaccounted.add(number);
      }
    }
    return unaccounted;
  }

  static List<String> numbers(String text) {
    List<String> numbers = new ArrayList<>();
    Matcher number = NUMBER.matcher(text);
    while (number.find()) {
      numbers.add(number.group());
    }
    return numbers;
  }
}
