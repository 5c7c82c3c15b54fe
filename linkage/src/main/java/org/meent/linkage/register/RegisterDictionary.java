// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.register;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;
import org.meent.protocols.yaml.Nearest;

/** The registers that Meent knows, and those that its users add. */
public final class RegisterDictionary {
  private static final String FOLDER = "META-INF/meent/registers/";

  private final Map<String, Register> registers;

  private RegisterDictionary(Map<String, Register> registers) {
    this.registers = registers;
  }

  /** The registers that come with Meent. */
  public static RegisterDictionary shipped() {
    Map<String, Register> registers = new TreeMap<>();
    for (String name : resource("index.txt").lines().toList()) {
      Register register = RegisterFile.read(name, resource(name));
      registers.put(folded(register.name()), register);
    }
    return new RegisterDictionary(registers);
  }

  /**
   * These registers and those of a folder; one of the folder stands in the place of one that has
   * the same name.
   *
   * @param folder holds one {@code .json} file per register; other files are passed over
   * @throws org.meent.protocols.refusal.RefusalException if a file is not as it should be, or two
   *     have one name
   */
  public RegisterDictionary with(Path folder) {
    Map<String, Register> own = new TreeMap<>();
    for (Path file : jsonFiles(folder)) {
      String name = file.getFileName().toString();
      Register register = RegisterFile.read(name, text(file, name));
      if (own.put(folded(register.name()), register) != null) {
        throw Refusal.badInput("linkage.register.twice", Where.file(name), register.name())
            .asException();
      }
    }
    Map<String, Register> all = new TreeMap<>(registers);
    all.putAll(own);
    return new RegisterDictionary(all);
  }

  /** All registers, by name. */
  public List<Register> registers() {
    return List.copyOf(registers.values());
  }

  /** The register of that name, in any of its spellings, in capitals or not. */
  public Optional<Register> find(String name) {
    Register usual = registers.get(folded(name));
    return usual != null
        ? Optional.of(usual)
        : registers.values().stream().filter(one -> one.isCalled(name)).findFirst();
  }

  /**
   * The register of that name.
   *
   * @throws org.meent.protocols.refusal.RefusalException if it is not known; names the nearest
   */
  public Register require(String name) {
    return find(name)
        .orElseThrow(
            () ->
                nearest(name)
                    .map(
                        near ->
                            Refusal.badInput(
                                "linkage.register.unknown-near", Where.field(name), name, near))
                    .orElseGet(
                        () -> Refusal.badInput("linkage.register.unknown", Where.field(name), name))
                    .asException());
  }

  /** The known name that an unknown one was probably meant to be. */
  public Optional<String> nearest(String name) {
    List<String> known = new ArrayList<>();
    registers.values().forEach(one -> one.names().forEach(spelling -> known.add(spelling.name())));
    return Nearest.of(name, known);
  }

  private static List<Path> jsonFiles(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    } catch (IOException e) {
      throw Refusal.badInput("linkage.register.folder", Where.file(folder.toString()))
          .asException();
    }
  }

  private static String text(Path file, String name) {
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw Refusal.badInput("linkage.json.syntax", Where.file(name)).asException();
    } catch (IOException e) {
      throw Refusal.badInput("linkage.register.folder", Where.file(name)).asException();
    }
  }

  private static String resource(String name) {
    String path = FOLDER + name;
    try (InputStream in = RegisterDictionary.class.getClassLoader().getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("missing register file " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
