package no.samtidig.development;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import no.samtidig.access.AccountId;
import no.samtidig.access.Accounts;
import no.samtidig.access.Role;
import no.samtidig.access.SignInOffers;
import no.samtidig.access.Visitor;
import no.samtidig.organisation.OwnerKind;
import no.samtidig.organisation.Place;
import no.samtidig.organisation.ServiceLevel;
import no.samtidig.organisation.Units;
import no.samtidig.platform.StartProblem;
import no.samtidig.platform.code.Coded;
import no.samtidig.platform.yaml.YamlNode;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The small made-up world in {@code content/organisations/demo-world.yaml}: units in two regions and about 25 people. */
@Component
@OnlyInDevelopment
public class DemoWorld implements SignInOffers, SmartInitializingSingleton {
    /** Everybody's password in the demo; printed by bin/start. */
    public static final String PASSWORD = "samtidig-demo";

    private final Units units;
    private final Accounts accounts;
    private final DemoProgress progress;
    private final DemoSurvey survey;
    private final DemoJourneys journeys;
    private final DemoFidelity fidelity;
    private final DemoCalibration calibration;
    private final DemoAgreements agreements;
    private final DemoGap gap;
    private final DemoActions actions;
    private final DemoCoaching coaching;
    private final TransactionTemplate transaction;
    private final YamlNode world;
    private final List<Offer> offers = new ArrayList<>();

    DemoWorld(
            Units units,
            Accounts accounts,
            DemoProgress progress,
            DemoSurvey survey,
            DemoJourneys journeys,
            DemoFidelity fidelity,
            DemoCalibration calibration,
            DemoAgreements agreements,
            DemoGap gap,
            DemoActions actions,
            DemoCoaching coaching,
            TransactionTemplate transaction)
            throws IOException {
        this.units = units;
        this.accounts = accounts;
        this.progress = progress;
        this.survey = survey;
        this.journeys = journeys;
        this.fidelity = fidelity;
        this.calibration = calibration;
        this.agreements = agreements;
        this.gap = gap;
        this.actions = actions;
        this.coaching = coaching;
        this.transaction = transaction;
        String text = new ClassPathResource("content/organisations/demo-world.yaml")
                .getContentAsString(StandardCharsets.UTF_8);
        this.world = YamlNode.read(Path.of("content", "organisations", "demo-world.yaml"), 1, text);
        for (YamlNode person : world.list("people")) {
            if (person.flag("demo")) {
                YamlNode first = person.list("grants").getFirst();
                offers.add(new Offer(role(first), person.text("name"), first.text("place")));
            }
        }
    }

    /** Makes what is missing, before the first request; a second start changes nothing. */
    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> make());
    }

    private void make() {
        world.list("owners").forEach(it -> units.keep(owner(it)));
        boolean ours =
                accounts.byEmail(world.list("people").getFirst().text("email")).isPresent();
        if (!ours && !accounts.none()) {
            throw new StartProblem(
                    "This database holds real accounts, and the demo's people all have a known password.",
                    "Choose another database or data folder for the demo, or start with --production.");
        }
        if (!ours) {
            String hash = accounts.hash(PASSWORD);
            world.list("people").forEach(it -> person(it, hash));
            world.list("people").forEach(this::learned);
            account(Role.PROJECT_LEAD).ifPresent(survey::make);
            journeys.make();
            fidelity.make();
            calibration.make();
            agreements.make();
            gap.make();
            actions.make();
            coaching.make();
        }
    }

    @Override
    public List<Offer> offers() {
        return List.copyOf(offers);
    }

    /** The account of the person who stands for a role. */
    public Optional<AccountId> account(Role role) {
        return world.list("people").stream()
                .filter(it -> it.flag("demo") && role(it.list("grants").getFirst()) == role)
                .findFirst()
                .flatMap(it -> accounts.byEmail(it.text("email")));
    }

    private static Units.Owner owner(YamlNode node) {
        return new Units.Owner(
                node.text("code"),
                Coded.of(OwnerKind.class, node.text("kind")).orElseThrow(),
                node.text("name"),
                Optional.empty(),
                true,
                node.optionalList("units").stream()
                        .map(it -> new Units.OwnedUnit(
                                it.text("code"),
                                it.text("name"),
                                it.text("county"),
                                Coded.of(ServiceLevel.class, it.text("level")).orElseThrow()))
                        .toList());
    }

    private void person(YamlNode node, String hash) {
        AccountId account = accounts.keep(node.text("email"), node.text("name"), hash);
        node.list("grants").forEach(it -> accounts.grant(null, account, role(it), place(it), it.text("place")));
    }

    /** What the person has learned before the demo begins: {@code learned: {lessons: 3, latest: 4}}, in days ago. */
    private void learned(YamlNode person) {
        person.optional("learned").ifPresent(it -> {
            AccountId account = accounts.byEmail(person.text("email")).orElseThrow();
            Visitor.Person reader =
                    Objects.requireNonNull(accounts.visitor(account, null).person());
            progress.make(reader, it.only("lessons", "latest").number("lessons", 1, 11), it.number("latest", 0, 99));
        });
    }

    private static Role role(YamlNode grant) {
        return Role.of(grant.text("role"))
                .orElseThrow(() -> grant.problem("unknown role", "use a role of access.Role"));
    }

    private static Place place(YamlNode grant) {
        return Place.of(grant.optionalText("region").orElseGet(() -> grant.text("path")))
                .orElseThrow(() -> grant.problem("unknown place", "use a code of organisation.Place"));
    }
}
