package no.samtidig.development;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import no.samtidig.access.AccountId;
import no.samtidig.access.Accounts;
import no.samtidig.access.Role;
import no.samtidig.platform.yaml.YamlNode;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Who and what there is in the made-up world, as {@code content/organisations/demo-world.yaml} says. */
@Component
@OnlyInDevelopment
class DemoPeople {
    private final Accounts accounts;
    private final YamlNode world;

    DemoPeople(Accounts accounts) throws IOException {
        this.accounts = accounts;
        this.world = read("demo-world.yaml");
    }

    /** A file of the made-up world. */
    static YamlNode read(String file) throws IOException {
        return YamlNode.read(
                Path.of("content", "organisations", file),
                1,
                new ClassPathResource("content/organisations/" + file).getContentAsString(StandardCharsets.UTF_8));
    }

    List<YamlNode> owners() {
        return world.list("owners");
    }

    List<YamlNode> people() {
        return world.list("people");
    }

    /** Those who can be signed in as by one button: one for each role. */
    List<YamlNode> shown() {
        return people().stream().filter(it -> it.flag("demo")).toList();
    }

    AccountId account(String email) {
        return accounts.byEmail(email).orElseThrow();
    }

    /** The account of the person who stands for a role. */
    Optional<AccountId> account(Role role) {
        return shown().stream()
                .filter(it -> role(it.list("grants").getFirst()) == role)
                .findFirst()
                .flatMap(it -> accounts.byEmail(it.text("email")));
    }

    static Role role(YamlNode grant) {
        return Role.of(grant.text("role"))
                .orElseThrow(() -> grant.problem("unknown role", "use a role of access.Role"));
    }
}
