package no.samtidig.evidence;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import no.samtidig.platform.Language;
import no.samtidig.platform.Sentence;
import no.samtidig.search.Findable;
import no.samtidig.search.Findables;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What a search finds in the register: the claims, each by its suggested wording, with its certainty and its studies for and against.
 * A claim is read where it is cited.
 */
@Component
@Order(20)
class ClaimFindables implements Findables {
    private static final Kind CLAIM = new Kind("pastand", "search.claim.said");

    private final EvidenceRegister register;

    ClaimFindables(EvidenceRegister register) {
        this.register = register;
    }

    @Override
    public List<Kind> kinds() {
        return List.of(CLAIM);
    }

    @Override
    public List<Findable> all() {
        return register.claims().stream().map(ClaimFindables::findable).toList();
    }

    private static Findable findable(Claim claim) {
        Map<Language, List<String>> passages = new EnumMap<>(Language.class);
        claim.claim().texts().forEach((language, text) -> passages.put(language, List.of(text)));
        return new Findable(
                CLAIM,
                claim.id(),
                "",
                false,
                claim.wording(),
                passages,
                List.of(
                        Sentence.of("certainty." + claim.certainty().key()),
                        Sentence.of(
                                "search.claim.studies",
                                claim.supporting().size(),
                                claim.nullOrAgainst().size(),
                                claim.partial().size())),
                List.of());
    }
}
