package no.samtidig.platform.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import no.samtidig.access.AuditAction;
import org.junit.jupiter.api.Test;

/** Codes of enums, slugs, codes for people and digests. */
class CodesTest {
    private enum Weather implements Coded {
        SUN,
        LIGHT_RAIN
    }

    @Test
    void a_constant_is_found_by_its_code_and_by_nothing_else() {
        assertThat(Coded.of(Weather.class, "light-rain")).contains(Weather.LIGHT_RAIN);
        assertThat(Coded.of(Weather.class, "LIGHT_RAIN")).isEmpty();
        assertThat(Coded.of(Weather.class, "")).isEmpty();
    }

    /** What stands for it in the database: of what the audit log says, the kind of thing too. */
    private static String kept(Object constant) {
        String code = ((Coded) constant).code();
        return constant instanceof AuditAction it ? it.kind() + " " + code : code;
    }

    @Test
    void no_two_constants_of_an_enum_have_one_code() {
        List<JavaClass> enums = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("no.samtidig").stream()
                        .filter(it -> it.reflect().isEnum() && it.isAssignableTo(Coded.class))
                        .toList();
        assertThat(enums).hasSizeGreaterThan(30);
        for (JavaClass it : enums) {
            assertThat(Arrays.stream(it.reflect().getEnumConstants()).map(CodesTest::kept))
                    .as(it.getName())
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void a_slug_is_letters_digits_and_hyphens_and_no_hyphen_first() {
        assertThat(List.of("a", "1-2", "hva-er-vold-")).allMatch(Slug::is);
        assertThat(List.of("", "-a", "Å", "A", "a b", "a_b", "a/b", "a".repeat(61)))
                .noneMatch(Slug::is);
        assertThat(Slug.isCode("a".repeat(40))).isTrue();
        assertThat(Slug.isCode("a".repeat(41))).isFalse();
    }

    @Test
    void ten_bytes_are_one_code_and_codes_are_shown_in_groups() {
        ReadableCode code = ReadableCode.of(HexFormat.of().parseHex("00443214c74254b635cf"));
        assertThat(code.value()).isEqualTo("0123456789ABCDEF");
        assertThat(ReadableCode.of(HexFormat.of().parseHex("ffffffffffffffffffff"))
                        .value())
                .isEqualTo("ZZZZZZZZZZZZZZZZ");
        assertThat(ReadableCode.grouped(code.small(), " ")).isEqualTo("0123 4567 89ab cdef");
        assertThatIllegalArgumentException().isThrownBy(() -> ReadableCode.of(new byte[9]));
    }

    @Test
    void a_digest_is_what_other_tools_make_of_the_same_text() {
        assertThat(Digest.hex("blåbær")).isEqualTo(HexFormat.of().formatHex(Digest.of("blåbær")));
        assertThat(Digest.hex("")).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(Digest.version("")).isEqualTo("e3b0c44298fc");
    }
}
