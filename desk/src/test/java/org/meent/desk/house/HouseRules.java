// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The rules of the house, as rules that can be held against any classes: ours, or a bad fixture.
 */
final class HouseRules {
  /** From the lowest floor to the highest. */
  static final List<String> FLOORS =
      List.of("protocols", "ethics", "disclosure", "linkage", "models", "desk");

  /** Calls that put bytes into a file. */
  private static final Set<String> WRITING =
      Set.of("write", "writeString", "newOutputStream", "newBufferedWriter", "copy", "move");

  private HouseRules() {}

  /** No floor imports a floor above it. */
  static ArchRule arrowsPointDown(String root, String floor) {
    String[] above =
        FLOORS.subList(FLOORS.indexOf(floor) + 1, FLOORS.size()).stream()
            .map(name -> root + "." + name + "..")
            .toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage(root + "." + floor + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(above)
        .allowEmptyShould(true);
  }

  /** A proof object is made by one package only, and offers no public constructor. */
  static ArchRule madeOnlyBy(Class<?> proof, String maker) {
    return noClasses().that().resideOutsideOfPackage(maker).should(construct(proof));
  }

  static ArchRule noPublicConstructor(Class<?> proof) {
    return constructors().that().areDeclaredIn(proof).should().notBePublic();
  }

  /** Files are written only where it is written down that they are. */
  static ArchRule writtenOnlyBy(String... packages) {
    return noClasses().that().resideOutsideOfPackages(packages).should(writeFiles());
  }

  private static ArchCondition<JavaClass> construct(Class<?> proof) {
    return new ArchCondition<>("construct " + proof.getSimpleName()) {
      @Override
      public void check(JavaClass origin, ConditionEvents events) {
        origin.getConstructorCallsFromSelf().stream()
            .filter(call -> call.getTargetOwner().getFullName().equals(proof.getName()))
            .forEach(
                call -> events.add(SimpleConditionEvent.satisfied(call, call.getDescription())));
      }
    };
  }

  private static ArchCondition<JavaClass> writeFiles() {
    return new ArchCondition<>("write files") {
      @Override
      public void check(JavaClass origin, ConditionEvents events) {
        origin.getMethodCallsFromSelf().stream()
            .filter(HouseRules::writes)
            .forEach(
                call -> events.add(SimpleConditionEvent.satisfied(call, call.getDescription())));
      }
    };
  }

  private static boolean writes(JavaCall<?> call) {
    String owner = call.getTargetOwner().getFullName();
    return (owner.equals("java.nio.file.Files") && WRITING.contains(call.getName()))
        || (owner.equals("java.nio.channels.FileChannel") && call.getName().equals("open"));
  }

  /** A package that needs nothing but itself, the JDK and some libraries. */
  static ArchRule standsAlone(String name, String... libraries) {
    String[] allowed = Arrays.copyOf(libraries, libraries.length + 3);
    allowed[libraries.length] = name;
    allowed[libraries.length + 1] = "java..";
    allowed[libraries.length + 2] = "org.jspecify.annotations";
    return classes()
        .that()
        .resideInAPackage(name)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed);
  }
}
