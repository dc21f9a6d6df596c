package org.fairlead.ais.history;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Whose call sign it is, by its first characters: the international series of the ITU Radio
/// Regulations, appendix 42. Series that are divided (3D, SS) or that few ships carry are left out,
/// and nothing is said of them.
///
/// Held line by line against the table of international call sign series as the American Radio
/// Relay League publishes it (arrl.org/international-call-sign-series), which follows the ITU's; 2A
/// to 2Z, which it leaves out, is the United Kingdom's. All of B is China's there; ships that claim
/// Taiwan's MID use it as well.
final class CallSigns {

    /// First and last prefix of a series, and the ISO 3166-1 code.
    private static final String SERIES =
            """
            3E 3F PA;3G 3G CL;3H 3U CN;3V 3V TN;3W 3W VN;3X 3X GN;3Y 3Y NO;3Z 3Z PL;4A 4C MX;4D 4I PH
            4J 4K AZ;4L 4L GE;4M 4M VE;4O 4O ME;4P 4S LK;4T 4T PE;4V 4V HT;4X 4X IL;4Z 4Z IL;5A 5A LY;5B 5B CY;5C 5G MA
            5H 5I TZ;5J 5K CO;5L 5M LR;5N 5O NG;5P 5Q DK;5R 5S MG;5T 5T MR;5V 5V TG;5W 5W WS;5X 5X UG
            5Y 5Z KE;6A 6B EG;6C 6C SY;6D 6J MX;6K 6N KR;6P 6S PK;6T 6U SD;6V 6W SN;6Y 6Y JM;6Z 6Z LR;7A 7I ID
            7J 7N JP;7O 7O YE;7R 7R DZ;7S 7S SE;7T 7Y DZ;7Z 7Z SA;8A 8I ID;8J 8N JP;8O 8O BW;8P 8P BB
            8Q 8Q MV;8R 8R GY;8S 8S SE;8T 8Y IN;8Z 8Z SA;9A 9A HR;9B 9D IR;9G 9G GH;9H 9H MT;9K 9K KW
            9L 9L SL;9M 9M MY;9V 9V SG;9W 9W MY;9Y 9Z TT;A2 A2 BW;A3 A3 TO;A4 A4 OM;A6 A6 AE;A7 A7 QA
            A8 A8 LR;A9 A9 BH;AA AL US;AM AO ES;AP AS PK;AT AW IN;AX AX AU;AY AZ AR;BA BZ CN
            C4 C4 CY;C8 C9 MZ;CO CO CU;C5 C5 GM;C6 C6 BS;CA CE CL;CF CK CA;CL CM CU;CN CN MA;CP CP BO
            CQ CU PT;CV CX UY;CY CZ CA;D2 D3 AO;D4 D4 CV;D5 D5 LR;D6 D6 KM;D7 D9 KR;DA DR DE;DS DT KR;DU DZ PH
            E2 E2 TH;E5 E5 CK;E6 E6 NU;EA EH ES;EI EJ IE;EK EK AM;EL EL LR;EM EO UA;EP EQ IR;ER ER MD;ES ES EE
            EU EW BY;EZ EZ TM;FA FZ FR;GA GZ GB;H2 H2 CY;H3 H3 PA;H4 H4 SB;H6 H7 NI;H8 H9 PA;HA HA HU;HB HB CH;HC HD EC;HE HE CH
            HF HF PL;HG HG HU;HH HH HT;HI HI DO;HJ HK CO;HL HL KR;HM HM KP;HN HN IQ;HO HP PA;HQ HR HN
            HS HS TH;HT HT NI;HU HU SV;HV HV VA;HW HY FR;HZ HZ SA;IA IZ IT;J2 J2 DJ;J3 J3 GD;J4 J4 GR;J5 J5 GW
            J6 J6 LC;J7 J7 DM;J8 J8 VC;JA JS JP;JT JV MN;JW JX NO;JY JY JO;JZ JZ ID;KA KZ US;L2 L9 AR;LA LN NO
            LO LW AR;LX LX LU;LY LY LT;LZ LZ BG;MA MZ GB;NA NZ US;OA OC PE;OD OD LB;OE OE AT;OF OJ FI;OK OL CZ
            OM OM SK;ON OT BE;OU OZ DK;P2 P2 PG;P3 P3 CY;P4 P4 AW;PJ PJ NL;P5 P9 KP;PA PI NL;PK PO ID;PP PY BR;PZ PZ SR
            RA RZ RU;S2 S3 BD;S5 S5 SI;S6 S6 SG;S7 S7 SC;S8 S8 ZA;S9 S9 ST;SA SM SE;SN SR PL;SV SZ GR;T2 T2 TV;T3 T3 KI;T4 T4 CU;TE TE CR
            T5 T5 SO;T7 T7 SM;T8 T8 PW;TA TC TR;TD TD GT;TF TF IS;TG TG GT;TI TI CR;TJ TJ CM;TM TM FR
            TR TR GA;TS TS TN;TU TU CI;TY TY BJ;UA UI RU;UJ UM UZ;UN UQ KZ;UR UZ UA;V2 V2 AG;V3 V3 BZ;V4 V4 KN
            V5 V5 NA;V6 V6 FM;V7 V7 MH;V8 V8 BN;VA VG CA;VH VN AU;VO VO CA;VP VQ GB;VS VS GB;VR VR HK;VT VW IN;VX VY CA
            VZ VZ AU;WA WZ US;XA XI MX;XJ XO CA;XP XP DK;XQ XR CL;XS XS CN;XX XX MO;XU XU KH;XV XV VN;XY XZ MM
            YA YA AF;YB YH ID;YI YI IQ;YJ YJ VU;YK YK SY;YL YL LV;YM YM TR;YN YN NI;YO YR RO;YS YS SV;YT YU RS
            YV YY VE;Y2 Y9 DE;Z2 Z2 ZW;Z3 Z3 MK;ZA ZA AL;ZB ZJ GB;ZK ZM NZ;ZN ZO GB;ZP ZP PY;ZQ ZQ GB;ZR ZU ZA;ZV ZZ BR
            2A 2Z GB
            """;

    /// Flags whose ships carry call signs of one state.
    private static final List<List<String>> OF_ONE_STATE =
            List.of(
                    List.of("GB", "GI", "BM", "KY", "VG", "FK", "MS", "PN", "SH", "TC", "AI", "IM"),
                    List.of("FR", "NC", "PF", "PM", "RE", "WF", "GP", "MQ", "GF", "TF", "YT"),
                    List.of("DK", "FO", "GL"),
                    List.of("CN", "HK", "MO", "TW"),
                    List.of("NL", "CW", "AW", "SX", "BQ"),
                    List.of("US", "PR", "VI", "GU", "MP", "AS"),
                    List.of("AU", "CX", "CC", "NF"),
                    List.of("NZ", "CK", "NU"),
                    List.of("FI", "AX"));

    private static final TreeMap<String, String[]> BY_FIRST = read();

    private CallSigns() {}

    private static TreeMap<String, String[]> read() {
        var byFirst = new TreeMap<String, String[]>();
        for (String series : SERIES.split("[;\n]", -1)) {
            String[] parts = series.strip().split(" ", -1);
            if (parts.length == 3) {
                byFirst.put(parts[0], parts);
            }
        }
        return byFirst;
    }

    /// ISO 3166-1 alpha-2; empty for what is no call sign of a listed series.
    static Optional<String> flag(String callSign) {
        String plain = callSign.strip().toUpperCase(java.util.Locale.ROOT);
        if (!plain.matches("[A-Z0-9]{4,7}") || plain.matches("[0-9]+")) {
            return Optional.empty();
        }
        String prefix = plain.substring(0, 2);
        var series = BY_FIRST.floorEntry(prefix);
        return series != null && prefix.compareTo(series.getValue()[1]) <= 0
                ? Optional.of(series.getValue()[2])
                : Optional.empty();
    }

    static boolean isSame(String flag, String other) {
        return flag.equals(other)
                || OF_ONE_STATE.stream()
                        .anyMatch(state -> state.contains(flag) && state.contains(other));
    }
}
