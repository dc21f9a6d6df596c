package org.fairlead.screening.name;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Given names that stand for each other: short forms, and one name in several languages. A line a
/// name; kept to what any dictionary of first names has.
final class GivenNames {

    private static final String[] GROUPS = {
        "john juan ivan johann giovanni joao",
        "benjamin bibi benny",
        "william bill billy willy guillermo guillaume",
        "robert bob bobby rob",
        "richard dick rick",
        "james jim jimmy jaime",
        "michael mike mikhail miguel misha michel",
        "joseph joe jose josef iosif giuseppe",
        "alexander sasha alex alejandro iskander oleksandr aleksandr",
        "vladimir vova volodya volodymyr",
        "dmitry dima dmytro",
        "nikolai kolya mykola nicholas nick nicolas",
        "sergei seryozha serhiy",
        "anthony tony antonio anton",
        "thomas tom tommy tomas",
        "edward ed ted eduardo",
        "charles charlie carlos karl",
        "henry harry enrique",
        "francis frank francisco paco",
        "peter pedro pyotr petro pete",
        "paul pablo pavel pavlo",
        "george jorge georgy yuri",
        "andrew andrei andres andriy andy",
        "matthew matt mateo",
        "christopher chris cristobal",
        "daniel dan danny",
        "david dave davit",
        "samuel sam sami",
        "stephen steve esteban stefan",
        "elizabeth liz isabel",
        "katherine kate catalina ekaterina yekaterina",
        "margaret maggie margarita",
        "evgeny yevgeny zhenya eugene yevhen",
        "konstantin kostya",
        "gennady gena",
        "viktor vitya victor",
        "yakov jacob jakob yaakov",
        "moses musa moshe",
        "abraham ibrahim avraham",
        "jacob yaqub",
        "solomon sulayman suleiman",
        "jesus isa",
        "gabriel jibril",
    };

    private static final Map<String, String> GROUP_OF = new HashMap<>();

    static {
        for (String group : GROUPS) {
            String[] names = group.split(" ");
            for (String name : names) {
                GROUP_OF.putIfAbsent(Folding.of(name), names[0]);
            }
        }
    }

    private GivenNames() {}

    /// The name that a group goes by; absent for a name in none.
    static @Nullable String groupOf(String fold) {
        return GROUP_OF.get(fold);
    }
}
