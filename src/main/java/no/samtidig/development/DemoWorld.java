package no.samtidig.development;

import java.util.List;
import java.util.Optional;
import no.samtidig.access.AccountId;
import no.samtidig.access.Accounts;
import no.samtidig.access.Role;
import no.samtidig.access.SignInOffers;
import no.samtidig.organisation.OwnerKind;
import no.samtidig.organisation.Place;
import no.samtidig.organisation.ServiceLevel;
import no.samtidig.organisation.Units;
import no.samtidig.platform.StartProblem;
import no.samtidig.platform.code.Coded;
import no.samtidig.platform.yaml.YamlNode;
import org.springframework.beans.factory.SmartInitializingSingleton;
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
    private final DemoPeople people;
    private final List<DemoPart> parts;
    private final TransactionTemplate transaction;
    private final List<Offer> offers;

    DemoWorld(
            Units units, Accounts accounts, DemoPeople people, List<DemoPart> parts, TransactionTemplate transaction) {
        this.units = units;
        this.accounts = accounts;
        this.people = people;
        this.parts = List.copyOf(parts);
        this.transaction = transaction;
        this.offers = people.shown().stream().map(DemoWorld::offer).toList();
    }

    private static Offer offer(YamlNode person) {
        YamlNode first = person.list("grants").getFirst();
        return new Offer(DemoPeople.role(first), person.text("name"), first.text("place"));
    }

    /** Makes what is missing, before the first request; a second start changes nothing. */
    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> make());
    }

    private void make() {
        people.owners().forEach(it -> units.keep(owner(it)));
        boolean ours =
                accounts.byEmail(people.people().getFirst().text("email")).isPresent();
        if (!ours && !accounts.none()) {
            throw new StartProblem(
                    "This database holds real accounts, and the demo's people all have a known password.",
                    "Choose another database or data folder for the demo, or start with --production.");
        }
        if (!ours) {
            String hash = accounts.hash(PASSWORD);
            people.people().forEach(it -> person(it, hash));
            parts.forEach(DemoPart::make);
        }
    }

    @Override
    public List<Offer> offers() {
        return List.copyOf(offers);
    }

    /** The account of the person who stands for a role. */
    public Optional<AccountId> account(Role role) {
        return people.account(role);
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
        node.list("grants")
                .forEach(it -> accounts.grant(null, account, DemoPeople.role(it), place(it), it.text("place")));
    }

    private static Place place(YamlNode grant) {
        return Place.of(grant.optionalText("region").orElseGet(() -> grant.text("path")))
                .orElseThrow(() -> grant.problem("unknown place", "use a code of organisation.Place"));
    }
}
