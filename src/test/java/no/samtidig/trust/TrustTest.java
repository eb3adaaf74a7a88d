package no.samtidig.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import no.samtidig.App;
import no.samtidig.Person;
import no.samtidig.ProofList;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A promise has a test, a date is never made up, and the page says where each ends. */
class TrustTest {
    @TempDir
    Path folder;

    private List<Proof> proofs() {
        return ProofList.of(folder, folder.resolve("tested-code"));
    }

    private static Set<Promise> unproved(List<Proof> proofs) {
        Set<Promise> without =
                Arrays.stream(Promise.values()).filter(Promise::built).collect(Collectors.toCollection(TreeSet::new));
        proofs.stream().filter(it -> !it.tries().isEmpty()).forEach(it -> without.remove(it.promise()));
        return without;
    }

    @Test
    void every_promise_has_a_test_and_one_without_is_found() {
        assertThat(unproved(proofs())).isEmpty();
        assertThat(unproved(proofs().stream()
                        .filter(it -> it.promise() != Promise.ANONYMOUS)
                        .toList()))
                .containsExactly(Promise.ANONYMOUS);
        assertThat(proofs())
                .allSatisfy(it -> assertThat(it.tries()).as(it.test()).isNotEmpty());
    }

    @Test
    void only_what_was_run_whole_and_on_this_code_was_run() throws Exception {
        Instant now = Instant.parse("2026-11-30T12:00:00Z");
        Path code = Files.writeString(folder.resolve("tested-code"), "now");
        Files.setLastModifiedTime(code, FileTime.from(now));
        report("no.samtidig.learning.NotesOverABrokenNetworkTest", 2, 0, 0, now.plusSeconds(60));
        report("no.samtidig.faults.KilledTest", 2, 0, 0, now.minusSeconds(60));
        report("no.samtidig.browser.OfflineTest", 1, 0, 0, now.plusSeconds(60));
        report("no.samtidig.survey.LinkageAttackTest", 10, 1, 0, now.plusSeconds(60));
        report("no.samtidig.certificate.CertificateCodeTest", 3, 0, 1, now.plusSeconds(60));
        assertThat(one("NotesOverABrokenNetworkTest").run()).isEqualTo(new Proof.Run(now.plusSeconds(60), false, 0));
        assertThat(one("NotesOverABrokenNetworkTest").passed()).isTrue();
        assertThat(one("KilledTest").run()).as("run on other code").isNull();
        assertThat(one("OfflineTest").run()).as("a part of it").isNull();
        assertThat(one("LinkageAttackTest").passed()).as("failed").isFalse();
        assertThat(one("CertificateCodeTest").passed()).as("skipped").isFalse();
        assertThat(proofs().stream().map(Proof::line).map(Proof::of).toList()).isEqualTo(proofs());
    }

    private Proof one(String test) {
        return proofs().stream()
                .filter(it -> it.test().equals(test))
                .findFirst()
                .orElseThrow();
    }

    private void report(String test, int tests, int failures, int skipped, Instant ended) throws Exception {
        Path report = Files.writeString(
                folder.resolve("TEST-" + test + ".xml"),
                "<testsuite tests='%d' failures='%d' errors='0' skipped='%d'/>".formatted(tests, failures, skipped));
        Files.setLastModifiedTime(report, FileTime.from(ended));
    }

    @Test
    void anybody_reads_the_promises_and_where_they_end_and_a_build_without_tests_says_so() {
        Person anybody = App.shared().visitor();
        Person.Answer page = anybody.get("/tillit");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("Denne utgaven er bygd uten at testene ble kjørt");
        assertThat(page.page().select("main section h2")).hasSize(Promise.values().length);
        for (Element promise : page.page().select("main section")) {
            assertThat(promise.text()).contains("Her går grensen:");
        }
        assertThat(page.one("#worksheets").text()).contains("ikke bygd ennå");
        assertThat(page.one(".site-footer a[href='/tillit']").text()).isEqualTo("Dette kan du stole på");
        assertThat(anybody.get("/dette-ser-lederen")
                        .one("main a[href='/tillit']")
                        .text())
                .isEqualTo("Dette kan du stole på");
    }
}
