package org.gatehouse.hostile;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Texts that have broken something somewhere. */
final class HostileTexts {

    private static final Arbitrary<String> KNOWN = Arbitraries.of("", " ", "null", "undefined", "NaN", "true", "0", "-1",
            "99999999999999999999", "__proto__", "constructor", "toString", "../../etc/passwd", "%00", "%s%n%x",
            "' or 1=1 --", "\"; drop table gatehouse_user; --", "${jndi:ldap://127.0.0.1/x}", "#{7*7}", "<%= TOKEN %>",
            "<script>alert(1)</script>", "a\r\nSet-Cookie: x=y", "a\nlogin outcome=success", "\0", "a\0b", "\uD800",
            "\uDFFF\uD800", "\uFEFF", "\u202Egnp.exe", "İ", "ΟΔΟΣ", "ﬁ", "K", "ſ", "a@b.co", "A@B.CO", "a@b", "@", "a@b.co\n",
            "\"a b\"@b.co", "a@[127.0.0.1]", "a+b@b.co", "é@b.co", "a@bücher.example", "ŀ@b.co", "=?utf-8?B?YQ==?=");

    private HostileTexts() {
    }

    /** Any length, any characters, halves of surrogate pairs among them. */
    static Arbitrary<String> texts() {
        return Arbitraries.frequencyOf(
                Tuple.of(6, KNOWN),
                Tuple.of(3, Arbitraries.strings().all().ofMaxLength(40)),
                Tuple.of(2, Arbitraries.strings().ascii().ofMaxLength(300)),
                Tuple.of(1, repeated()));
    }

    /** What may stand in a header without ending it. */
    static Arbitrary<String> printable() {
        return Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(60)),
                Tuple.of(2, Arbitraries.strings().withChars("/*;=,.:\"'%{}[]()<>@\\+-a1 \t").ofMaxLength(30)),
                Tuple.of(1, Arbitraries.of("a", ";", ",", "\"", "a/").flatMap(unit ->
                        Arbitraries.integers().between(1, 3000).map(unit::repeat))));
    }

    private static Arbitrary<String> repeated() {
        return Arbitraries.of("a", "İ", "\uD83D\uDE00", "[", "é", "%", " ").flatMap(unit ->
                Arbitraries.of(64, 254, 255, 256, 1000, 20_000).map(unit::repeat));
    }
}
