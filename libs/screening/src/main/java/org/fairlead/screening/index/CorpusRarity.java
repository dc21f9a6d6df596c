package org.fairlead.screening.index;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.fairlead.screening.name.NameForm;
import org.fairlead.screening.name.Token;
import org.fairlead.screening.score.Rarity;

/// How many names of a corpus have a word.
public final class CorpusRarity implements Rarity {

    private static final int COMMON_FROM = 3;

    private final Map<String, Integer> names = new HashMap<>();
    private int total;

    public void count(NameForm form) {
        total++;
        var seen = new HashSet<String>();
        for (Token token : form.tokens()) {
            if (seen.add(token.fold())) {
                names.merge(token.fold(), 1, Integer::sum);
            }
        }
    }

    @Override
    public float weight(String fold) {
        return Rarity.weight(names.getOrDefault(fold, 0), total);
    }

    @Override
    public boolean isCommon(String fold) {
        return names.getOrDefault(fold, 0) >= COMMON_FROM;
    }
}
