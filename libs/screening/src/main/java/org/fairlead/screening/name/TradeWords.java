package org.fairlead.screening.name;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What organisations do, in Chinese and Korean: a name is transliterated, but these words are
/// translated. 大连海鑫国际贸易有限公司 is known abroad as Dalian Haixin International Trading Co., Ltd., and
/// nobody calls it Guoji Maoyi.
final class TradeWords {

    private static final Map<String, String> CHINESE =
            Map.ofEntries(
                    Map.entry("有限责任公司", "co ltd"),
                    Map.entry("有限責任公司", "co ltd"),
                    Map.entry("股份有限公司", "co ltd"),
                    Map.entry("有限公司", "co ltd"),
                    Map.entry("公司", "company"),
                    Map.entry("集团", "group"),
                    Map.entry("集團", "group"),
                    Map.entry("控股", "holdings"),
                    Map.entry("国际", "international"),
                    Map.entry("國際", "international"),
                    Map.entry("贸易", "trading"),
                    Map.entry("貿易", "trading"),
                    Map.entry("进出口", "import export"),
                    Map.entry("進出口", "import export"),
                    Map.entry("航运", "shipping"),
                    Map.entry("航運", "shipping"),
                    Map.entry("海运", "shipping"),
                    Map.entry("海運", "shipping"),
                    Map.entry("船务", "shipping"),
                    Map.entry("船務", "shipping"),
                    Map.entry("船舶", "ship"),
                    Map.entry("造船", "shipbuilding"),
                    Map.entry("船厂", "shipyard"),
                    Map.entry("船廠", "shipyard"),
                    Map.entry("运输", "transport"),
                    Map.entry("運輸", "transport"),
                    Map.entry("物流", "logistics"),
                    Map.entry("代理", "agency"),
                    Map.entry("管理", "management"),
                    Map.entry("服务", "services"),
                    Map.entry("服務", "services"),
                    Map.entry("实业", "industrial"),
                    Map.entry("實業", "industrial"),
                    Map.entry("工业", "industry"),
                    Map.entry("工業", "industry"),
                    Map.entry("科技", "technology"),
                    Map.entry("技术", "technology"),
                    Map.entry("技術", "technology"),
                    Map.entry("电子", "electronics"),
                    Map.entry("電子", "electronics"),
                    Map.entry("机械", "machinery"),
                    Map.entry("機械", "machinery"),
                    Map.entry("石油", "petroleum"),
                    Map.entry("石化", "petrochemical"),
                    Map.entry("化工", "chemical"),
                    Map.entry("能源", "energy"),
                    Map.entry("矿业", "mining"),
                    Map.entry("礦業", "mining"),
                    Map.entry("渔业", "fishery"),
                    Map.entry("漁業", "fishery"),
                    Map.entry("投资", "investment"),
                    Map.entry("投資", "investment"),
                    Map.entry("发展", "development"),
                    Map.entry("發展", "development"),
                    Map.entry("银行", "bank"),
                    Map.entry("銀行", "bank"),
                    Map.entry("中国", "china"),
                    Map.entry("中國", "china"),
                    Map.entry("香港", "hong kong"));

    private static final Map<String, String> KOREAN =
            Map.ofEntries(
                    Map.entry("주식회사", "co ltd"),
                    Map.entry("유한회사", "co ltd"),
                    Map.entry("무역회사", "trading corporation"),
                    Map.entry("회사", "company"),
                    Map.entry("총국", "general bureau"),
                    Map.entry("은행", "bank"),
                    Map.entry("무역", "trading"),
                    Map.entry("국제", "international"),
                    Map.entry("해운", "shipping"),
                    Map.entry("선박", "ship"),
                    Map.entry("관리", "management"),
                    Map.entry("개발", "development"),
                    Map.entry("광업", "mining"),
                    Map.entry("공업", "industry"),
                    Map.entry("산업", "industry"),
                    Map.entry("기술", "technology"),
                    Map.entry("석유", "petroleum"),
                    Map.entry("수산", "fishery"));

    /// 조선 is Korea at the beginning, and shipbuilding elsewhere.
    private static final Pattern KOREA = Pattern.compile("^조선(?=..)");

    private static final Pattern WORDS =
            Pattern.compile(
                    Stream.concat(CHINESE.keySet().stream(), KOREAN.keySet().stream())
                            .sorted(Comparator.comparingInt(String::length).reversed())
                            .collect(Collectors.joining("|")));

    /// Without one of these a text may be a person's name.
    private static final List<String> ORGANISATIONS =
            List.of("公司", "集团", "集團", "银行", "銀行", "회사", "은행", "총국");

    private TradeWords() {}

    /// The name of an organisation with these words in English; other texts as they are.
    static String translated(String name) {
        if (ORGANISATIONS.stream().noneMatch(name::contains)) {
            return name;
        }
        return WORDS.matcher(KOREA.matcher(name).replaceFirst(" korea "))
                .replaceAll(word -> " " + english(word.group()) + " ")
                .strip();
    }

    private static String english(String word) {
        String chinese = CHINESE.get(word);
        return chinese == null ? KOREAN.getOrDefault(word, word) : chinese;
    }
}
