package org.fairlead.screening.name;

import java.util.Map;
import java.util.regex.Pattern;

/// Korean surnames as their bearers write them in Latin letters, which is seldom as the tables for
/// the rest of the language have it: 박 is Park, not Bak.
final class KoreanSurnames {

    private static final Pattern NAME = Pattern.compile("([가-힣])\\s?([가-힣]{1,3})");

    private static final Map<String, String> LATIN =
            Map.ofEntries(
                    Map.entry("김", "Kim"),
                    Map.entry("이", "Lee"),
                    Map.entry("리", "Ri"),
                    Map.entry("박", "Park"),
                    Map.entry("최", "Choi"),
                    Map.entry("정", "Jung"),
                    Map.entry("강", "Kang"),
                    Map.entry("조", "Cho"),
                    Map.entry("윤", "Yoon"),
                    Map.entry("장", "Jang"),
                    Map.entry("임", "Lim"),
                    Map.entry("한", "Han"),
                    Map.entry("오", "Oh"),
                    Map.entry("서", "Seo"),
                    Map.entry("신", "Shin"),
                    Map.entry("권", "Kwon"),
                    Map.entry("황", "Hwang"),
                    Map.entry("안", "Ahn"),
                    Map.entry("송", "Song"),
                    Map.entry("류", "Ryu"),
                    Map.entry("유", "Yoo"),
                    Map.entry("홍", "Hong"),
                    Map.entry("전", "Jeon"),
                    Map.entry("고", "Ko"),
                    Map.entry("문", "Moon"),
                    Map.entry("양", "Yang"),
                    Map.entry("손", "Son"),
                    Map.entry("배", "Bae"),
                    Map.entry("백", "Baek"),
                    Map.entry("허", "Heo"),
                    Map.entry("남", "Nam"),
                    Map.entry("심", "Shim"),
                    Map.entry("노", "Noh"),
                    Map.entry("하", "Ha"),
                    Map.entry("곽", "Kwak"),
                    Map.entry("성", "Sung"),
                    Map.entry("차", "Cha"),
                    Map.entry("주", "Joo"),
                    Map.entry("우", "Woo"),
                    Map.entry("구", "Koo"),
                    Map.entry("민", "Min"),
                    Map.entry("현", "Hyun"));

    private KoreanSurnames() {}

    /// A person's name with the surname in Latin letters and apart; other texts as they are.
    static String apart(String text) {
        var name = NAME.matcher(text.strip());
        if (!name.matches()) {
            return text;
        }
        String surname = LATIN.get(name.group(1));
        return surname == null ? text : surname + " " + name.group(2);
    }
}
