package no.samtidig.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

/** Versions tell wordings apart, and nothing else. */
class LibraryPropertyTest {
    @Property
    void white_space_makes_no_new_version(@ForAll @StringLength(max = 60) String text) {
        String spaced = text.replace(" ", " \n  ") + "\n\n";
        assertThat(ContentVersion.of(spaced)).isEqualTo(ContentVersion.of(text));
    }

    @Property
    void another_letter_makes_another_version(@ForAll @StringLength(max = 60) String text) {
        assertThat(ContentVersion.of(text + "x")).isNotEqualTo(ContentVersion.of(text));
    }
}
