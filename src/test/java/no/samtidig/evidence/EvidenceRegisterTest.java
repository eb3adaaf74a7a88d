package no.samtidig.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import no.samtidig.App;
import no.samtidig.platform.Language;
import org.junit.jupiter.api.Test;

/** What a reader gets to see of the register. */
class EvidenceRegisterTest {
    private final EvidenceRegister register = App.shared().bean(EvidenceRegister.class);

    @Test
    void every_claim_has_a_certainty_a_wording_in_both_written_languages_and_a_review_date() {
        assertThat(register.claims()).hasSize(31).allSatisfy(it -> {
            assertThat(it.certainty()).isNotEqualTo(Certainty.HIGH);
            assertThat(it.wording().texts()).containsKeys(Language.NB, Language.NN);
            assertThat(it.nextReview()).isAfter(LocalDate.of(2026, 11, 21));
        });
    }

    @Test
    void null_findings_stand_with_the_claim_that_integrated_treatment_is_better() {
        Claim claim = register.claim("integrert-bedre-enn-rusbehandling").orElseThrow();
        assertThat(claim.nullOrAgainst()).extracting(Study::id).contains("kraanen-2013", "stephens-lewis-2019");
        assertThat(claim.wording().in(Language.NB).value()).contains("ikke vist å være bedre");
    }

    @Test
    void other_studies_are_named_as_people_name_them() {
        Study easton = register.study("easton-2007").orElseThrow();
        assertThat(easton.finding().in(Language.NB).value())
                .contains("Smedslund 2011")
                .doesNotContain("smedslund-2011");
        assertThat(register.study("fals-stewart-2002").orElseThrow().shortReference())
                .isEqualTo("Fals-Stewart 2002");
    }

    @Test
    void authors_that_were_not_seen_are_not_shown() {
        assertThat(register.study("easton-2007").orElseThrow().authors()).isEmpty();
        assertThat(register.study("kraanen-2013").orElseThrow().authors()).isPresent();
    }
}
