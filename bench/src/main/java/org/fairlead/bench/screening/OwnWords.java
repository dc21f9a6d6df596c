package org.fairlead.bench.screening;

import java.util.SplittableRandom;
import org.fairlead.screening.Subject;
import org.fairlead.screening.name.Schema;

/// Invented names for machines that have no lists.
final class OwnWords {

    private static final String[] GIVEN =
            "ahmed ali mohammad hassan ibrahim yusuf omar khalid sergey vladimir dmitry aleksandr nikolai ivan olga irina carlos juan maria jose luis pedro chol yong kim min wei ming li jun abdul karim rashid farid hamid tariq viktor andrei pavel oleg igor boris anna elena natalia jorge miguel diego"
                    .split(" ");
    private static final String[] FAMILY =
            "petrov ivanov sokolov morozov volkov lebedev kuznetsov popov rodriguez gonzalez hernandez lopez martinez perez ramirez husseini karimi ahmadi rezaei jafari hosseini mousavi kim park choe ri pak chen wang zhang liu haddad mansour khoury saleh nasser farouk rahimi kozlov orlov belov zhukov"
                    .split(" ");
    private static final String[] TRADE =
            "orion delta atlas global pacific silver golden crescent star horizon neptune caspian volga baltic amber falcon phoenix summit zenith mercury"
                    .split(" ");
    private static final String[] LINE =
            "shipping trading marine petroleum holding bank industries logistics group company limited llc co ltd services international"
                    .split(" ");
    private static final String[] SHIP =
            "lady ocean sea star pearl queen grace fortune bright eagle dawn wave spirit glory hope blue gulf north south royal crystal noble dream jasmine lotus amber ruby"
                    .split(" ");

    private OwnWords() {}

    static Subject subject(int number, SplittableRandom random) {
        int kind = random.nextInt(10);
        if (kind < 5) {
            var name = new StringBuilder(of(GIVEN, random));
            for (int i = random.nextInt(3); i > 0; i--) {
                name.append(' ').append(of(GIVEN, random));
            }
            return Subject.of("own/" + number, Schema.PERSON)
                    .name(
                            name.append(' ')
                                    .append(of(FAMILY, random))
                                    .append(number % 7 == 0 ? "skiy" : "")
                                    .toString())
                    .build();
        }
        if (kind < 9) {
            return Subject.of("own/" + number, Schema.COMPANY)
                    .name(
                            of(TRADE, random)
                                    + " "
                                    + of(FAMILY, random)
                                    + " "
                                    + of(LINE, random)
                                    + " "
                                    + of(LINE, random))
                    .build();
        }
        return Subject.of("own/" + number, Schema.VESSEL)
                .name(
                        of(SHIP, random)
                                + " "
                                + of(SHIP, random)
                                + (number % 3 == 0 ? " " + number % 20 : ""))
                .build();
    }

    private static String of(String[] words, SplittableRandom random) {
        return words[random.nextInt(words.length)].toUpperCase(java.util.Locale.ROOT);
    }
}
