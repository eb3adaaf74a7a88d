package no.samtidig.improvement.pipeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.samtidig.access.MailAddress;
import no.samtidig.improvement.NoPatients;
import no.samtidig.improvement.pipeline.CandidateStore.Known;
import no.samtidig.improvement.pipeline.ContactSheet.Column;
import no.samtidig.improvement.pipeline.ContactSheet.Line;
import no.samtidig.organisation.ServiceLevel;
import no.samtidig.organisation.UnitPath;
import no.samtidig.platform.Sentence;
import no.samtidig.platform.code.OneLine;
import org.jspecify.annotations.Nullable;

/** What each line of a list of contacts would do, among the units there are. */
final class ContactPlan {
    private final Map<String, List<Known>> byName = new HashMap<>();
    private final Map<UnitPath, Integer> seen = new HashMap<>();

    /** What a line does. */
    enum Does {
        /** Puts the unit into the pipeline, with whom to talk with. */
        BEGINS,
        /** The unit has a journey and nobody to talk with: the contact is written down. */
        ADDS_CONTACT,
        /** The unit has a journey and somebody to talk with: nothing is changed. */
        NOTHING,
        MISTAKE
    }

    /**
     * A line with what it does.
     *
     * @param unit that it is about; null where that is not known
     * @param says what is wrong; empty where nothing is
     */
    record Step(Line line, Does does, @Nullable Known unit, OutsideContact contact, List<Sentence> says) {
        Step {
            says = List.copyOf(says);
        }
    }

    ContactPlan(List<Known> units) {
        for (Known it : units) {
            byName.computeIfAbsent(plain(it.name()), _ -> new ArrayList<>()).add(it);
            byName.computeIfAbsent(plain(it.name() + ", " + it.owner()), _ -> new ArrayList<>())
                    .add(it);
            byName.computeIfAbsent(it.path().value(), _ -> new ArrayList<>()).add(it);
        }
    }

    private static String plain(String name) {
        return OneLine.of(name).toLowerCase(Locale.ROOT);
    }

    List<Step> of(List<Line> lines) {
        return lines.stream().map(this::step).toList();
    }

    private Step step(Line line) {
        List<Sentence> wrong = new ArrayList<>();
        line.wrong().ifPresent(it -> wrong.add(Sentence.of("pipeline-list.wrong." + it.code())));
        Known unit = wrong.isEmpty() ? unit(line, wrong) : null;
        OutsideContact contact = wrong.isEmpty() ? contact(line, wrong) : OutsideContact.NOBODY;
        if (unit != null && wrong.isEmpty()) {
            Integer before = seen.putIfAbsent(unit.path(), line.number());
            if (before != null) {
                wrong.add(Sentence.of("pipeline-list.wrong.twice", String.valueOf(before)));
            }
        }
        if (unit == null || !wrong.isEmpty()) {
            return new Step(line, Does.MISTAKE, unit, OutsideContact.NOBODY, wrong);
        }
        if (!unit.alive()) {
            return new Step(line, Does.BEGINS, unit, contact, List.of());
        }
        return new Step(
                line, unit.contact() || contact.nobody() ? Does.NOTHING : Does.ADDS_CONTACT, unit, contact, List.of());
    }

    private @Nullable Known unit(Line line, List<Sentence> wrong) {
        String name = line.cell(Column.UNIT);
        if (name.isEmpty()) {
            wrong.add(Sentence.of("pipeline-list.wrong.no-unit"));
            return null;
        }
        String level = line.cell(Column.LEVEL);
        Optional<ServiceLevel> asked = level(level);
        if (!level.isEmpty() && asked.isEmpty()) {
            wrong.add(Sentence.of("pipeline-list.wrong.level", level));
            return null;
        }
        List<Known> named = byName.getOrDefault(plain(name), List.of());
        if (named.isEmpty()) {
            wrong.add(Sentence.of("pipeline-list.wrong.unknown-unit", name));
            return null;
        }
        String owner = line.cell(Column.OWNER);
        List<Known> fitting = named.stream()
                .filter(it -> owner.isEmpty() || plain(it.owner()).equals(plain(owner)))
                .filter(it -> asked.isEmpty() || asked.get() == it.level())
                .toList();
        if (fitting.size() == 1) {
            return fitting.getFirst();
        }
        if (fitting.isEmpty()) {
            wrong.add(
                    owner.isEmpty()
                            ? Sentence.of("pipeline-list.wrong.other-level", name)
                            : Sentence.of("pipeline-list.wrong.other-owner", name, owner));
        } else {
            wrong.add(Sentence.of(
                    "pipeline-list.wrong.several",
                    name,
                    fitting.stream().map(Known::owner).distinct().sorted().collect(Collectors.joining(", "))));
        }
        return null;
    }

    private static OutsideContact contact(Line line, List<Sentence> wrong) {
        String name = OneLine.of(line.cell(Column.CONTACT));
        String phone = OneLine.of(line.cell(Column.PHONE));
        String address = line.cell(Column.ADDRESS);
        Optional<String> mail = MailAddress.of(address);
        if (!address.isEmpty() && mail.isEmpty()) {
            wrong.add(Sentence.of("pipeline-list.wrong.address", address));
        }
        if (name.length() > OutsideContact.LONGEST_NAME || phone.length() > OutsideContact.LONGEST_PHONE) {
            wrong.add(Sentence.of("pipeline-list.wrong.long-cell"));
        }
        if (NoPatients.found(name) || NoPatients.found(phone)) {
            wrong.add(Sentence.of(NoPatients.REFUSAL));
        }
        return wrong.isEmpty() ? new OutsideContact(name, mail.orElse(""), phone) : OutsideContact.NOBODY;
    }

    private static Optional<ServiceLevel> level(String typed) {
        return switch (ContactSheet.letters(typed)) {
            case "spesialist",
                    "spesialisthelsetjenesten",
                    "spesialisthelsetenesta",
                    "spesialisthelsetjeneste",
                    "spesialisthelseteneste",
                    "specialist" -> Optional.of(ServiceLevel.SPECIALIST);
            case "kommune", "kommunen", "kommunal", "primær", "primærhelsetjenesten", "primærhelsetenesta", "primary" ->
                Optional.of(ServiceLevel.PRIMARY);
            default -> Optional.empty();
        };
    }
}
