package org.fairlead.screening.name;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Given names that stand for each other: short forms, and one name in several languages. A line a
/// name; kept to what any dictionary of first names has.
final class GivenNames {

    private static final String[] GROUPS = {
        "john juan ivan johann giovanni joao jon",
        "joan joanna joanne johanna giovanna",
        "benjamin bibi benny",
        "william bill billy willy guillermo guillaume",
        "robert bob bobby rob",
        "richard dick rick",
        "james jim jimmy jaime",
        "michael mike mikhail miguel misha michel",
        "joseph joe jose josef iosif giuseppe yusuf yousef youssef yousuf",
        "alexander sasha alex alejandro iskander oleksandr aleksandr aliaksandr alyaksandr alessandro alexandre",
        "alexandra sandra",
        "alexei alexey aleksei alyosha",
        "vladimir vova volodya volodymyr",
        "dmitry dima dmytro",
        "nikolai kolya mykola nicholas nick nicolas nikolay",
        "nicole nicola",
        "sergei seryozha serhiy",
        "anthony tony antonio anton",
        "antonia antonina",
        "thomas tom tommy tomas",
        "edward ed ted eduardo",
        "charles charlie carlos karl",
        "henry harry enrique",
        "francis frank francisco paco",
        "peter pedro pyotr petro pete",
        "paul pablo pavel pavlo paolo",
        "paula paola",
        "george jorge georgy yuri",
        "andrew andrei andres andriy andy andrey",
        "andrea",
        "matthew matt mateo",
        "christopher chris cristobal",
        "christian cristian kristian",
        "christina christine cristina kristina",
        "daniel dan danny",
        "danielle daniela daniella",
        "david dave davit",
        "samuel sam sami",
        "stephen steve esteban stefan",
        "elizabeth liz isabel",
        "katherine kate catalina ekaterina yekaterina",
        "margaret maggie margarita",
        "evgeny yevgeny zhenya eugene yevhen yevgeniy evgeniy",
        "evgenia yevgenia eugenia yevgeniya",
        "konstantin kostya",
        "gennady gena",
        "viktor vitya victor",
        "victoria viktoria",
        "yakov jacob jakob yaakov",
        "moses musa moshe",
        "abraham ibrahim avraham",
        "jacob yaqub",
        "solomon sulayman suleiman",
        "jesus isa",
        "gabriel jibril",
        "maria mary marie mariya mariam maryam",
        "mario",
        "louis luis luigi",
        "louise luisa",
        "oleg oleh",
        "olga olha",
        "igor ihor",
        "valery valeriy valeri",
        "valeria valeriya",
    };

    /// Of Arabic given names a few dozen serve most people, and many differ by a letter.
    private static final String[] ARABIC = {
        "muhammad mohammed mohamed mohammad mohamad muhammed muhamad",
        "mahmud mahmoud mahmood",
        "ahmad ahmed ahmet",
        "hamid hameed",
        "hamad hamed",
        "hassan hasan",
        "hussein hussain husayn hossein husain",
        "khalid khaled",
        "salim saleem",
        "salah",
        "said saeed saeid",
        "saad",
        "omar umar",
        "amir ameer emir",
        "karim kareem",
        "kamal",
        "jamal gamal",
        "jamil gamil jameel",
        "nasser nasir nasr",
        "rashid rasheed",
        "tariq tarek",
        "walid waleed",
        "fatima fatemeh",
        "zahra",
    };

    private static final String IN_ARABIC = "arabic ";

    private static final Map<String, String> GROUP_OF = new HashMap<>();

    static {
        for (String group : GROUPS) {
            String[] names = group.split(" ");
            for (String name : names) {
                GROUP_OF.putIfAbsent(Folding.of(name), names[0]);
            }
        }
        for (String group : ARABIC) {
            String[] names = group.split(" ");
            for (String name : names) {
                GROUP_OF.putIfAbsent(Folding.of(name), IN_ARABIC + names[0]);
            }
        }
    }

    private GivenNames() {}

    /// The name that a group goes by; absent for a name in none.
    static @Nullable String groupOf(String fold) {
        return GROUP_OF.get(fold);
    }

    /// True for names known to be two: Hassan is no misprint of Hussein.
    ///
    /// @param one and `other`: what they go by
    static boolean areTwo(String one, String other) {
        return one.startsWith(IN_ARABIC) && other.startsWith(IN_ARABIC) && !one.equals(other);
    }
}
