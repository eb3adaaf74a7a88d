package no.samtidig.trust;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;

/** The tests that prove the promises, as the build of this package wrote them down. */
@Service
public class Proofs {
    /** Where the build writes its list; a package made without the tests' classes has none. */
    public static final String LIST = "META-INF/samtidig/proofs.tsv";

    private final List<Proof> all = List.copyOf(read());

    private static List<Proof> read() {
        ClassPathResource list = new ClassPathResource(LIST);
        if (!list.exists()) {
            return List.of();
        }
        try {
            return list.getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .map(Proof::of)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** All of them, by promise; none where the package was made without them. */
    public List<Proof> all() {
        return all;
    }
}
