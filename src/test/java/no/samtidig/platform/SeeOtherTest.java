package no.samtidig.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** A redirect stays on this site. */
class SeeOtherTest {
    @Test
    void another_site_is_refused() {
        assertThatThrownBy(() -> new SeeOther("//example.org")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SeeOther("https://example.org")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SeeOther("/\t/example.org")) // browsers leave the tab out
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(SeeOther.inside("/moduler?x=1", "/").path()).isEqualTo("/moduler?x=1");
        assertThat(SeeOther.inside(null, "/min-side").path()).isEqualTo("/min-side");
    }

    @Property
    void whatever_is_wanted_the_way_is_inside(@ForAll String wanted) {
        String path = SeeOther.inside(wanted, "/").path();
        assertThat(path).startsWith("/").doesNotStartWith("//").doesNotContain("\\", "\n", "\r");
    }
}
