// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.register;

import java.util.Arrays;
import org.meent.linkage.world.people.Person;
import org.meent.protocols.run.RandomStream;

/**
 * A name, birth date and address as somebody wrote them down. Names are put together from
 * syllables; whoever bears one in reality does so by chance.
 *
 * @param given first given name
 * @param surname surname with particles
 * @param birth date of birth, yyyymmdd
 * @param sex 1 man, 2 woman
 * @param postcode postcode of a place that does not exist
 * @param house house number
 */
record Naming(
    String given, String surname, String birth, String sex, String postcode, String house) {
  private static final String[] PARTICLES = {"", "", "", "", "van ", "de ", "van der ", "el "};
  private static final String[] FIRST = {
    "Ber", "Dij", "Hout", "Vis", "Mul", "Kui", "Bos", "Wil", "Ach", "Yil", "Kar", "Dra", "Sme",
    "Loo", "Ver", "Oost", "Har", "Nij", "Zan", "Gro"
  };
  private static final String[] LAST = {
    "gers", "kstra", "man", "ser", "der", "per", "ma", "lems", "abi", "maz", "aca", "ijer", "dema",
    "horst", "haar", "link", "dam", "veld", "oui", "sen"
  };
  private static final String[] WOMEN = {
    "Anna", "Fatma", "Maria", "Sanne", "Noor", "Aisha", "Els", "Ingrid", "Leyla", "Joke", "Zoë"
  };
  private static final String[] MEN = {
    "Jan", "Mohamed", "Piet", "Daan", "Ali", "Kees", "Ruben", "Yusuf", "Willem", "Amir", "René"
  };

  /** How someone is truly called and where he or she lives. */
  static Naming of(RandomStream stream, Person person) {
    String[] names = person.woman() ? WOMEN : MEN;
    String given = names[stream.nextInt(names.length)];
    String surname =
        PARTICLES[stream.nextInt(PARTICLES.length)]
            + FIRST[stream.nextInt(FIRST.length)]
            + LAST[stream.nextInt(LAST.length)];
    String month = Calendar.two(Calendar.monthOfYear(person.birthMonth()));
    String birth = Calendar.year(person.birthMonth()) + month + Calendar.two(person.birthDay());
    return new Naming(
        given, surname, birth, person.woman() ? "2" : "1", postcode(stream), house(stream));
  }

  private static String postcode(RandomStream stream) {
    char second = (char) ('A' + stream.nextInt(26));
    return (9000 + stream.nextInt(1000)) + "X" + second;
  }

  private static String house(RandomStream stream) {
    return Integer.toString(1 + stream.nextInt(200));
  }

  /** The same with one error of a kind from 0 to 5. */
  Naming wrong(int kind, RandomStream stream) {
    return switch (kind) {
      case 0 -> new Naming(typo(given, stream), surname, birth, sex, postcode, house);
      case 1 -> new Naming(given, typo(surname, stream), birth, sex, postcode, house);
      case 2 -> new Naming(given, surname, birth.substring(0, 4) + "0101", sex, postcode, house);
      case 3 -> new Naming(given, surname, birth, sex, postcode(stream), house(stream));
      case 4 -> new Naming(given, withoutParticle(), birth, sex, postcode, house);
      default ->
          new Naming(
              given, FIRST[stream.nextInt(FIRST.length)] + "stra", birth, sex, postcode, house);
    };
  }

  /** A twin of the same sex who lives there too: all the same but the given name. */
  Naming twin(RandomStream stream) {
    String[] names = sex.equals("2") ? WOMEN : MEN;
    int own = Arrays.asList(names).indexOf(given);
    int other = (own + 1 + stream.nextInt(names.length - 1)) % names.length;
    return new Naming(names[other], surname, birth, sex, postcode, house);
  }

  /** The same surname and address with the given name, birth date and sex of someone else. */
  Naming swapped(Naming partner) {
    return new Naming(partner.given, surname, partner.birth, partner.sex, postcode, house);
  }

  private String withoutParticle() {
    return surname.substring(surname.lastIndexOf(' ') + 1);
  }

  /** Two neighbouring letters change places. */
  private static String typo(String name, RandomStream stream) {
    int at = 1 + stream.nextInt(Math.max(1, name.length() - 2));
    return name.substring(0, at)
        + name.charAt(Math.min(name.length() - 1, at + 1))
        + name.charAt(at)
        + (at + 2 < name.length() ? name.substring(at + 2) : "");
  }
}
