package no.samtidig.administration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import no.samtidig.administration.PlaceSheet.Column;
import no.samtidig.administration.PlaceSheet.Line;
import no.samtidig.organisation.County;
import no.samtidig.organisation.Municipality;
import no.samtidig.organisation.OrganisationNumber;
import no.samtidig.organisation.OwnerFacts;
import no.samtidig.organisation.OwnerKind;
import no.samtidig.organisation.OwnerPlace;
import no.samtidig.organisation.PlaceName;
import no.samtidig.organisation.ServiceLevel;
import no.samtidig.organisation.UnitFacts;
import no.samtidig.organisation.UnitPath;
import no.samtidig.organisation.UnitPlace;
import no.samtidig.platform.Sentence;
import no.samtidig.platform.code.OneLine;
import org.jspecify.annotations.Nullable;

/**
 * What the lines of a file would do to the places there are, one after the other. An owner is known by its number, else by its name; a
 * unit by its number, else by its name at its owner. What a line does not say stays as it is.
 */
final class PlacePlan {
    /** What a line would do. */
    enum Does {
        NEW,
        CHANGED,
        SAME,
        MISTAKE
    }

    /**
     * What becomes of a line.
     *
     * @param says what is wrong with it, or what it changes
     */
    record Step(
            Line line,
            Does does,
            String name,
            List<Sentence> says,
            @Nullable Owner owner,
            @Nullable Unit unit) {
        Step {
            says = List.copyOf(says);
        }
    }

    /** An owner, there or to come. */
    static final class Owner {
        final @Nullable OwnerPlace there;
        OwnerFacts facts;
        boolean written;

        @Nullable
        UnitPath path;

        Owner(@Nullable OwnerPlace there, OwnerFacts facts) {
            this.there = there;
            this.facts = facts;
            this.path = there == null ? null : there.path();
        }
    }

    /** A unit, there or to come. */
    record Unit(Owner owner, @Nullable UnitPlace there, UnitFacts facts, int line) {}

    private final Map<String, Owner> ownersByNumber = new HashMap<>();
    private final Map<String, Owner> ownersByName = new HashMap<>();
    private final Map<UnitPath, Owner> ownersByPath = new HashMap<>();
    private final Map<String, Unit> unitsByNumber = new HashMap<>();
    private final Map<Owner, Map<String, Unit>> unitsByName = new HashMap<>();
    private final Map<String, String> counties = new HashMap<>();
    private final Map<String, String> countyNames = new HashMap<>();
    private final Map<String, List<Municipality>> municipalities = new HashMap<>();

    PlacePlan(
            List<OwnerPlace> owners, List<UnitPlace> units, List<County> counties, List<Municipality> municipalities) {
        owners.forEach(it -> know(new Owner(it, it.facts())));
        for (UnitPlace it : units) {
            Owner owner = ownersByPath.get(it.owner());
            if (owner != null) {
                know(new Unit(owner, it, it.facts(), 0));
            }
        }
        for (County it : counties) {
            this.counties.put(it.number(), it.number());
            countyNames.put(it.number(), it.name());
            names(it.name()).forEach(name -> this.counties.put(name, it.number()));
        }
        for (Municipality it : municipalities) {
            this.municipalities
                    .computeIfAbsent(it.number(), _ -> new ArrayList<>())
                    .add(it);
            names(it.name())
                    .forEach(name -> this.municipalities
                            .computeIfAbsent(name, _ -> new ArrayList<>())
                            .add(it));
        }
    }

    /** "Trøndelag - Trööndelage" is known by the whole and by each part. */
    private static List<String> names(String name) {
        List<String> all = new ArrayList<>(List.of(small(name)));
        int from = 0;
        for (int at = name.indexOf(" - "); at >= 0; at = name.indexOf(" - ", from)) {
            all.add(small(name.substring(from, at)));
            from = at + 3;
        }
        if (from > 0) {
            all.add(small(name.substring(from)));
        }
        return all;
    }

    private static String small(String text) {
        return OneLine.of(text).toLowerCase(Locale.ROOT);
    }

    private void know(Owner it) {
        it.facts.number().ifPresent(number -> ownersByNumber.put(number.value(), it));
        ownersByName.put(small(it.facts.name().value()), it);
        if (it.path != null) {
            ownersByPath.put(it.path, it);
        }
    }

    private void know(Unit it) {
        it.facts().number().ifPresent(number -> unitsByNumber.put(number.value(), it));
        unitsByName
                .computeIfAbsent(it.owner(), _ -> new HashMap<>())
                .put(small(it.facts().name().value()), it);
    }

    List<Step> of(List<Line> lines) {
        return lines.stream().map(this::step).toList();
    }

    private Step step(Line line) {
        if (!line.readable()) {
            return mistake(line, "", List.of(Sentence.of("places.import.letters")));
        }
        List<Sentence> wrong = new ArrayList<>();
        Optional<OrganisationNumber> ownerNumber = number(line, Column.OWNER_NUMBER, wrong);
        Optional<OrganisationNumber> unitNumber = number(line, Column.UNIT_NUMBER, wrong);
        Optional<PlaceName> ownerName = name(line, Column.OWNER, wrong);
        Optional<PlaceName> unitName = name(line, Column.UNIT, wrong);
        Optional<OwnerKind> kind = read(line, Column.KIND, PlaceSheet.kind(line.cell(Column.KIND)), wrong);
        Optional<ServiceLevel> level = read(line, Column.LEVEL, PlaceSheet.level(line.cell(Column.LEVEL)), wrong);
        Optional<Municipality> municipality = municipality(line, wrong);
        Optional<String> county = county(line, municipality, wrong);
        String called = unitName.or(() -> ownerName).map(PlaceName::value).orElse("");
        if (!wrong.isEmpty()) {
            return mistake(line, called, wrong);
        }
        Owner owner = ownerNumber.map(it -> ownersByNumber.get(it.value())).orElse(null);
        if (owner == null) {
            owner = ownerName.map(it -> ownersByName.get(small(it.value()))).orElse(null);
            if (owner != null && ownerNumber.isPresent() && owner.facts.number().isPresent()) {
                return mistake(
                        line,
                        called,
                        List.of(Sentence.of(
                                "places.import.other-number", owner.facts.name().value())));
            }
        }
        boolean newOwner = owner == null;
        if (owner == null) {
            if (ownerName.isEmpty()) {
                return mistake(line, called, List.of(missing(Column.OWNER)));
            }
            if (kind.isEmpty()) {
                return mistake(line, called, List.of(missing(Column.KIND)));
            }
            owner = new Owner(null, new OwnerFacts(ownerName.get(), kind.get(), ownerNumber));
        }
        Unit unit = unitNumber.map(it -> unitsByNumber.get(it.value())).orElse(null);
        if (unit == null && unitName.isPresent()) {
            unit = unitsByName
                    .getOrDefault(owner, Map.of())
                    .get(small(unitName.get().value()));
        }
        if (unit != null && unit.owner() != owner) {
            return mistake(
                    line,
                    called,
                    List.of(Sentence.of(
                            "places.import.elsewhere",
                            unit.facts().name().value(),
                            unit.owner().facts.name().value())));
        }
        if (unit != null && unit.line() > 0) {
            return mistake(line, called, List.of(Sentence.of("places.import.twice", String.valueOf(unit.line()))));
        }
        if (unit == null && unitName.isPresent() && level.isEmpty()) {
            wrong.add(missing(Column.LEVEL));
        }
        if (unit == null && unitName.isPresent() && county.isEmpty()) {
            wrong.add(missing(Column.COUNTY));
        }
        if (!wrong.isEmpty()) {
            return mistake(line, called, wrong);
        }
        return good(
                line,
                owner,
                newOwner,
                kind,
                ownerNumber,
                ownerName,
                unit,
                unitName,
                level,
                county,
                municipality,
                unitNumber);
    }

    private Step good(
            Line line,
            Owner owner,
            boolean newOwner,
            Optional<OwnerKind> kind,
            Optional<OrganisationNumber> ownerNumber,
            Optional<PlaceName> ownerName,
            @Nullable Unit unit,
            Optional<PlaceName> unitName,
            Optional<ServiceLevel> level,
            Optional<String> county,
            Optional<Municipality> municipality,
            Optional<OrganisationNumber> unitNumber) {
        List<Sentence> says = new ArrayList<>();
        OwnerFacts said = new OwnerFacts(
                ownerName.orElse(owner.facts.name()),
                kind.orElse(owner.facts.kind()),
                ownerNumber.or(owner.facts::number));
        boolean ownerChanged = !newOwner && !said.equals(owner.facts);
        if (newOwner) {
            says.add(Sentence.of("places.import.new-owner", said.name().value()));
        } else if (ownerChanged) {
            says.add(Sentence.of(
                    "places.import.owner-changed", owner.facts.name().value()));
            says.addAll(changes(owner.facts, said));
        }
        owner.facts = said;
        know(owner);
        if (unitName.isEmpty()) {
            return new Step(
                    line,
                    newOwner ? Does.NEW : ownerChanged ? Does.CHANGED : Does.SAME,
                    said.name().value(),
                    says,
                    owner,
                    null);
        }
        UnitFacts was = unit == null ? null : unit.facts();
        UnitFacts facts = was == null
                ? new UnitFacts(
                        unitName.get(),
                        level.orElseThrow(),
                        county.orElseThrow(),
                        municipality.map(Municipality::number),
                        unitNumber)
                : new UnitFacts(
                        unitName.get(),
                        level.orElse(was.level()),
                        county.orElse(was.county()),
                        municipality
                                .map(Municipality::number)
                                .or(() -> county.filter(it -> !it.equals(was.county()))
                                                .isPresent()
                                        ? Optional.empty()
                                        : was.municipality()),
                        unitNumber.or(was::number));
        Unit planned = new Unit(owner, unit == null ? null : unit.there(), facts, line.number());
        know(planned);
        boolean unitChanged = was != null && !facts.equals(was);
        if (was != null && unitChanged) {
            says.addAll(changes(was, facts));
        }
        return new Step(
                line,
                was == null ? Does.NEW : unitChanged || ownerChanged ? Does.CHANGED : Does.SAME,
                facts.name().value(),
                says,
                owner,
                was == null || unitChanged ? planned : null);
    }

    /** What becomes of each thing that changes: what it was, and what it will be. */
    private List<Sentence> changes(UnitFacts was, UnitFacts is) {
        List<Sentence> all = new ArrayList<>();
        change(all, "places.name", was.name().value(), is.name().value());
        change(all, "places.level", PlaceSheet.word(was.level()), PlaceSheet.word(is.level()));
        change(all, "places.county", countyName(was.county()), countyName(is.county()));
        change(
                all,
                "places.municipality",
                was.municipality().map(this::municipalityName).orElse(""),
                is.municipality().map(this::municipalityName).orElse(""));
        change(all, "places.number", number(was.number()), number(is.number()));
        return all;
    }

    private static List<Sentence> changes(OwnerFacts was, OwnerFacts is) {
        List<Sentence> all = new ArrayList<>();
        change(all, "places.name", was.name().value(), is.name().value());
        change(all, "places.kind", PlaceSheet.word(was.kind()), PlaceSheet.word(is.kind()));
        change(all, "places.number", number(was.number()), number(is.number()));
        return all;
    }

    private static void change(List<Sentence> all, String what, String was, String is) {
        if (was.equals(is)) {
            return;
        }
        all.add(
                was.isEmpty()
                        ? Sentence.of("places.import.sets", Sentence.of(what), is)
                        : is.isEmpty()
                                ? Sentence.of("places.import.empties", Sentence.of(what), was)
                                : Sentence.of("places.import.changes", Sentence.of(what), was, is));
    }

    private static String number(Optional<OrganisationNumber> number) {
        return number.map(OrganisationNumber::value).orElse("");
    }

    private String countyName(String number) {
        return countyNames.getOrDefault(number, number);
    }

    private String municipalityName(String number) {
        return municipalities.getOrDefault(number, List.of()).stream()
                .findFirst()
                .map(Municipality::name)
                .orElse(number);
    }

    private static Step mistake(Line line, String name, List<Sentence> says) {
        return new Step(line, Does.MISTAKE, name, says, null, null);
    }

    private static Sentence missing(Column column) {
        return Sentence.of("places.import.missing", column.header());
    }

    private static Optional<OrganisationNumber> number(Line line, Column column, List<Sentence> wrong) {
        return read(line, column, OrganisationNumber.of(line.cell(column)), wrong);
    }

    private static Optional<PlaceName> name(Line line, Column column, List<Sentence> wrong) {
        Optional<PlaceName> name = PlaceName.of(line.cell(column));
        if (name.isEmpty() && !line.cell(column).isEmpty()) {
            PlaceName.flaw(line.cell(column))
                    .ifPresent(it -> wrong.add(Sentence.of("places.import.flaw", column.header(), it)));
        }
        return name;
    }

    /** What stands in a cell; a mistake where something stands there that cannot be. */
    private static <T> Optional<T> read(Line line, Column column, Optional<T> meant, List<Sentence> wrong) {
        if (meant.isEmpty() && !line.cell(column).isEmpty()) {
            wrong.add(Sentence.of("places.import.unreadable", column.header(), line.cell(column)));
        }
        return meant;
    }

    private Optional<Municipality> municipality(Line line, List<Sentence> wrong) {
        String cell = small(line.cell(Column.MUNICIPALITY));
        if (cell.isEmpty()) {
            return Optional.empty();
        }
        String name = cell.endsWith(" kommune") ? cell.substring(0, cell.length() - " kommune".length()) : cell;
        String key = name.length() == 3 && name.chars().allMatch(Character::isDigit) ? "0" + name : name;
        List<Municipality> found = municipalities.getOrDefault(key, List.of());
        Optional<String> county = countyOf(line);
        List<Municipality> there = county.isEmpty()
                ? found
                : found.stream().filter(it -> it.county().equals(county.get())).toList();
        if (there.size() != 1) {
            wrong.add(Sentence.of(
                    found.size() > 1 && county.isEmpty()
                            ? "places.import.two-municipalities"
                            : "places.import.no-municipality",
                    line.cell(Column.MUNICIPALITY)));
            return Optional.empty();
        }
        return Optional.of(there.getFirst());
    }

    private Optional<String> countyOf(Line line) {
        String cell = small(line.cell(Column.COUNTY));
        String key = cell.length() == 1 && Character.isDigit(cell.charAt(0)) ? "0" + cell : cell;
        return Optional.ofNullable(counties.get(key));
    }

    private Optional<String> county(Line line, Optional<Municipality> municipality, List<Sentence> wrong) {
        return line.cell(Column.COUNTY).isEmpty()
                ? municipality.map(Municipality::county)
                : read(line, Column.COUNTY, countyOf(line), wrong);
    }
}
