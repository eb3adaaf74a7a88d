package no.samtidig.catalogue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.samtidig.platform.Language;
import no.samtidig.platform.LocalizedText;
import no.samtidig.platform.RichText;
import no.samtidig.platform.yaml.ContentFile;
import no.samtidig.platform.yaml.ContentProblem;
import no.samtidig.platform.yaml.ContentProblems;
import no.samtidig.platform.yaml.YamlNode;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;

/** Reads what lessons share: the ladder, the sheets and the voices. */
final class SharedReader {
    private final Function<String, Resource[]> found;
    private final ContentProblems problems;

    /**
     * @param found the files of the content that a pattern names
     */
    SharedReader(Function<String, Resource[]> found, ContentProblems problems) {
        this.found = found;
        this.problems = problems;
    }

    Material.Shared read() {
        Map<Language, Ladder> ladders = new EnumMap<>(Language.class);
        each("law", "ladder.*.yaml", (path, text, parts) -> ladders.put(language(path, parts), ladder(path, text)));
        Map<String, Map<Language, Sheet>> sheets = new HashMap<>();
        each(
                "sheets",
                "*.md",
                (path, text, parts) -> sheets.computeIfAbsent(parts[0], _ -> new EnumMap<>(Language.class))
                        .put(language(path, parts), sheet(path, parts[0], text)));
        Map<String, Voice> voices = new HashMap<>();
        Set<String> sounds = Arrays.stream(found.apply("voices/*.mp3"))
                .map(it -> String.valueOf(it.getFilename()))
                .collect(Collectors.toSet());
        each(
                "voices",
                "*.yaml",
                (path, text, parts) -> voices.put(parts[0], voice(parts[0], YamlNode.read(path, 1, text), sounds)));
        return new Material.Shared(ladders, sheets, voices);
    }

    private interface Reading {
        @Nullable
        Object read(Path path, String text, String[] nameParts);
    }

    private void each(String folder, String pattern, Reading reading) {
        for (Resource file : found.apply(folder + "/" + pattern)) {
            String name = String.valueOf(file.getFilename());
            Path path = Path.of("content", folder, name);
            problems.collect(
                    () -> Optional.ofNullable(reading.read(path, ContentFile.text(path, file), name.split("\\."))));
        }
    }

    private static Language language(Path path, String[] nameParts) {
        return (nameParts.length == 3 ? Language.of(nameParts[1]) : Optional.<Language>empty())
                .orElseThrow(() -> new ContentProblem(
                        path,
                        1,
                        "the file name says no language",
                        "call it " + nameParts[0] + ".nb." + last(nameParts)));
    }

    private static String last(String[] parts) {
        return parts[parts.length - 1];
    }

    private static Ladder ladder(Path path, String text) {
        YamlNode node = YamlNode.read(path, 1, text)
                .only("title", "lead", "statutes", "checked", "review", "signed", "rungs", "always");
        List<Ladder.Rung> rungs =
                node.list("rungs").stream().map(SharedReader::rung).toList();
        for (Ladder.Place place : List.of(Ladder.Place.FLOOR, Ladder.Place.DOOR, Ladder.Place.HATCH)) {
            if (rungs.stream().filter(it -> it.place() == place).count() != 1) {
                throw node.required("rungs")
                        .problem(
                                "the ladder has one floor, one door and one hatch",
                                "write each once: a part of the law is no ladder");
            }
        }
        if (rungs.stream().filter(it -> it.place() == Ladder.Place.STEP).count() != 3) {
            throw node.required("rungs")
                    .problem(
                            "the ladder has three steps", "write § 196, § 31 and § 23: a part of the law is no ladder");
        }
        return new Ladder(
                node.text("title"),
                node.rich("lead"),
                rungs,
                node.rich("always"),
                node.date("statutes"),
                node.date("checked"),
                node.date("review"),
                node.optional("signed")
                        .map(it -> new Ladder.Signature(
                                it.only("name", "title", "date").text("name"), it.text("title"), it.date("date"))));
    }

    private static Ladder.Rung rung(YamlNode node) {
        node.only("place", "name", "law", "url", "short", "threshold", "to", "decides", "not");
        Ladder.Place place =
                switch (node.text("place")) {
                    case "step" -> Ladder.Place.STEP;
                    case "floor" -> Ladder.Place.FLOOR;
                    case "door" -> Ladder.Place.DOOR;
                    case "hatch" -> Ladder.Place.HATCH;
                    default -> throw node.required("place").problem("unknown place", "use step, floor, door or hatch");
                };
        return new Ladder.Rung(
                place,
                node.text("name"),
                node.text("law").replace("§ ", "§\u00a0"),
                LessonReader.address(node.required("url")),
                node.rich("short"),
                node.rich("threshold"),
                node.rich("to"),
                node.rich("decides"),
                node.rich("not"));
    }

    private static Sheet sheet(Path path, String slug, String text) {
        FrontMatter front = FrontMatter.of(path, text);
        YamlNode fields = front.fields().only("title", "checked", "awaits", "sources");
        try {
            return new Sheet(
                    slug,
                    fields.text("title"),
                    RichText.of(front.body()),
                    LessonReader.sources(fields.list("sources"), fields.date("checked")),
                    fields.date("checked"),
                    fields.optionalText("awaits"));
        } catch (IllegalArgumentException refusal) {
            throw new ContentProblem(path, front.bodyLine(), String.valueOf(refusal.getMessage()), "write it without");
        }
    }

    private static Voice voice(String slug, YamlNode node, Set<String> sounds) {
        node.only("name", "about", "language", "minutes", "recorded", "consent", "transcript");
        if (!sounds.contains(slug + ".mp3")) {
            throw node.problem("there is no sound", "add content/voices/" + slug + ".mp3");
        }
        YamlNode consent = node.required("consent").only("given", "until", "keeper");
        if (consent.date("until").isBefore(consent.date("given"))) {
            throw consent.problem("the consent ends before it is given", "change one of the days");
        }
        YamlNode about = node.required("about").only("nb", "nn");
        return new Voice(
                slug,
                node.text("name"),
                new LocalizedText(Map.of(Language.NB, about.text("nb"), Language.NN, about.text("nn"))),
                Language.of(node.text("language"))
                        .orElseThrow(() -> node.required("language").problem("unknown language", "use nb, nn or en")),
                node.number("minutes", 1, 30),
                node.date("recorded"),
                new Voice.Consent(consent.date("given"), consent.date("until"), consent.text("keeper")),
                BlockReader.transcript(node));
    }
}
