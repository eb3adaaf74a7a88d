package no.samtidig.improvement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A national identity number is found however it is written, and ordinary numbers are left alone. All numbers are invented. */
class NoPatientsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "01019012345",
                "Ring om 010190 12345 i dag",
                "010190-12345",
                "010190.12345",
                "010190/12345",
                "01.01.90 12345",
                "01 01 90 12345",
                "01-01-90-12345",
                "010190 123 45",
                "010190  12345",
                "010190\u00a012345",
                "010190\u200b12345",
                "010\u00ad19012345",
                "010190\n12345",
                "010190\t12345",
                "０１０１９０１２３４５",
                "٠١٠١٩٠١٢٣٤٥",
                "⁰¹⁰¹⁹⁰¹²³⁴⁵",
                "①①⓪①⑨⓪①②③④⑤",
                "41019012345",
                "01419012345",
                "41 01 90 12345",
                "0 1 0 1 9 0 1 2 3 4 5"
            })
    void found(String text) {
        assertThat(NoPatients.found(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Ring 22 33 44 55 før kl. 14",
                "+47 922 33 445",
                "Vi møtes 01.12.2026 kl. 09.00",
                "1. mars, 2. april, 3. mai",
                "12 av 19 svarte, 7 av 19 ikke",
                "Møter 1.12.2026, 8.1.2027 og 5.2.2027",
                "Uke 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 og 11",
                "22 33 44 55 eller 66 77 88 99, 22334455 / 987",
                "Organisasjonsnummer 987 654 321",
                "123456789012",
                "Kontonummer 98 76 54 32109",
                "2026-12-01 til 2027-06-01"
            })
    void left_alone(String text) {
        assertThat(NoPatients.found(text)).isFalse();
    }
}
