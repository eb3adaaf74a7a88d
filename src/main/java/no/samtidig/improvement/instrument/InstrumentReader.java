package no.samtidig.improvement.instrument;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.samtidig.catalogue.Aim;
import no.samtidig.platform.Language;
import no.samtidig.platform.LocalizedText;
import no.samtidig.platform.code.Coded;
import no.samtidig.platform.code.Slug;
import no.samtidig.platform.yaml.ContentProblems;
import no.samtidig.platform.yaml.YamlNode;
import no.samtidig.survey.StaffGroup;

/** Text to {@link Instrument}; each mistake is told with its line. */
final class InstrumentReader {
    /** Letters in an id at most: codes of questions have forty, and begin with what is asked. */
    static final int LONGEST_ID = 36;

    private static final int ACTIONS = 2;

    private final ContentProblems problems;
    private final Library library;
    private final Set<String> ids = new HashSet<>();

    InstrumentReader(ContentProblems problems, Library library) {
        this.problems = problems;
        this.library = library;
    }

    Instrument.Read read(Path file, String text) {
        YamlNode root = YamlNode.read(file, 1, text)
                .only("areas", "recommendations", "statements", "form", "confidence", "council");
        Map<String, Area> areas = new LinkedHashMap<>();
        for (YamlNode node : root.list("areas")) {
            problems.collect(() -> new Area(id(node.only("id", "nb", "nn")), words(node)))
                    .ifPresent(it -> areas.put(it.id(), it));
        }
        Map<String, LocalizedText> recommendations = new LinkedHashMap<>();
        Set<String> unchecked = new HashSet<>();
        for (YamlNode node : root.list("recommendations")) {
            problems.collect(() -> Map.entry(id(node.only("id", "unchecked", "nb", "nn")), words(node)))
                    .ifPresent(it -> {
                        recommendations.put(it.getKey(), it.getValue());
                        if (node.flag("unchecked")) {
                            unchecked.add(it.getKey());
                        }
                    });
        }
        Map<String, Statement> statements = new LinkedHashMap<>();
        for (YamlNode node : root.list("statements")) {
            problems.collect(() -> statement(node, areas, recommendations.keySet()))
                    .ifPresent(it -> statements.put(it.id(), it));
        }
        YamlNode sure = root.required("confidence").only("text", "low", "high");
        return new Instrument.Read(
                List.copyOf(areas.values()),
                recommendations,
                unchecked,
                List.copyOf(statements.values()),
                form(root.required("form")),
                new Instrument.Confidence(
                        words(sure.required("text")), words(sure.required("low")), words(sure.required("high"))),
                council(root.required("council"), statements));
    }

    private Instrument.Form form(YamlNode node) {
        node.only("title", "introduction", "how", "works-as");
        YamlNode works = node.required("works-as").only("text", "hint", "options");
        List<Instrument.Form.Group> groups = works.list("options").stream()
                .map(it -> {
                    String group = it.only("id", "nb", "nn").text("id");
                    if (StaffGroup.of(group).isEmpty()) {
                        throw it.required("id")
                                .problem("'" + group + "' is no staff group", "use a code of survey.StaffGroup");
                    }
                    return new Instrument.Form.Group(group, words(it));
                })
                .toList();
        return new Instrument.Form(
                words(node.required("title")),
                markdown(node.required("introduction")),
                markdown(node.required("how")),
                words(works.required("text")),
                words(works.required("hint")),
                groups);
    }

    private static LocalizedText markdown(YamlNode node) {
        node.only("nb", "nn").fields().values().forEach(YamlNode::rich);
        return words(node);
    }

    private Statement statement(YamlNode node, Map<String, Area> areas, Set<String> recommendations) {
        node.only("id", "short", "nb", "nn", "tags", "links", "leader", "actions");
        YamlNode tags = node.required("tags").only("area", "who", "aim", "life", "side", "setting");
        Area area = areas.get(tags.text("area"));
        if (area == null) {
            throw tags.required("area")
                    .problem("there is no area '" + tags.text("area") + "'", "use one of " + areas.keySet());
        }
        Who who = coded(tags.required("who"), Who.class);
        Optional<String> setting = tags.optionalText("setting");
        if (setting.isPresent() && !setting.get().equals("residential")) {
            throw tags.required("setting")
                    .problem("'" + setting.get() + "' is no setting", "write residential, or leave it out");
        }
        if (who == Who.MILIEU && setting.isEmpty()) {
            throw tags.problem("what is put to milieu staff has a setting", "add 'setting: residential'");
        }
        List<YamlNode> actions = node.list("actions");
        if (actions.size() != ACTIONS) {
            throw node.required("actions")
                    .problem("a statement has two actions, here are " + actions.size(), "write two");
        }
        return new Statement(
                id(node),
                area,
                who,
                setting.isPresent(),
                node.flag("short"),
                words(node),
                node.optional("leader").map(it -> words(it.only("nb", "nn"))),
                coded(tags.required("aim"), Aim.class),
                life(tags.optionalList("life")),
                coded(tags.required("side"), Side.class),
                links(node.required("links"), recommendations),
                actions.stream().map(InstrumentReader::action).toList());
    }

    private static Statement.ReadyAction action(YamlNode node) {
        node.only("do", "sign");
        return new Statement.ReadyAction(
                words(node.required("do").only("nb", "nn")),
                words(node.required("sign").only("nb", "nn")));
    }

    private Statement.Links links(YamlNode node, Set<String> recommendations) {
        node.only("claim", "proposed", "rec", "judgement", "lesson");
        Optional<String> claim = node.optionalText("claim");
        if (claim.isPresent() && !library.claim(claim.get())) {
            throw node.required("claim")
                    .problem(
                            "there is no claim '" + claim.get() + "' in the register",
                            "use an id from evidence/claims.yaml, or write it under 'proposed'");
        }
        Optional<String> recommendation = node.optionalText("rec");
        if (recommendation.isPresent() && !recommendations.contains(recommendation.get())) {
            throw node.required("rec")
                    .problem(
                            "there is no recommendation '" + recommendation.get() + "'",
                            "use one of " + recommendations + ", or add it under 'recommendations'");
        }
        Optional<String> judgement = node.optionalText("judgement");
        if (judgement.isPresent() && !judgement.get().equals("own")) {
            throw node.required("judgement")
                    .problem("'" + judgement.get() + "' is no judgement", "write own, or leave it out");
        }
        Optional<String> proposed = node.optionalText("proposed");
        if (claim.isEmpty() && recommendation.isEmpty() && proposed.isEmpty() && judgement.isEmpty()) {
            throw node.problem(
                    "nothing says what the statement rests on", "add claim, rec or proposed, or 'judgement: own'");
        }
        Optional<Statement.LessonRef> lesson = node.optional("lesson").map(this::lesson);
        return new Statement.Links(
                claim,
                recommendation,
                lesson.filter(library::lesson),
                judgement.isPresent(),
                proposed,
                lesson.filter(it -> !library.lesson(it)));
    }

    private Statement.LessonRef lesson(YamlNode node) {
        String[] parts = node.text().split("/", -1);
        if (parts.length != 2 || !Slug.is(parts[0]) || !Slug.is(parts[1])) {
            throw node.problem("'" + node.text() + "' is no lesson", "write module/lesson");
        }
        if (!library.module(parts[0])) {
            throw node.problem("there is no module '" + parts[0] + "'", "use the name of a folder in content/modules");
        }
        return new Statement.LessonRef(parts[0], parts[1]);
    }

    /** None is said where it is about all. */
    private static Set<Life> life(List<YamlNode> said) {
        Set<Life> times = EnumSet.noneOf(Life.class);
        said.forEach(it -> times.add(coded(it, Life.class)));
        return times;
    }

    private Council council(YamlNode node, Map<String, Statement> statements) {
        node.only("answers", "items");
        List<Council.Answer> answers = new ArrayList<>();
        for (YamlNode it : node.list("answers")) {
            problems.collect(() -> new Council.Answer(id(it.only("id", "nb", "nn")), words(it)))
                    .ifPresent(answers::add);
        }
        List<Council.Item> items = new ArrayList<>();
        for (YamlNode it : node.list("items")) {
            problems.collect(() -> item(it.only("id", "nb", "nn", "mirrors"), statements))
                    .ifPresent(items::add);
        }
        return new Council(answers, items);
    }

    private Council.Item item(YamlNode node, Map<String, Statement> statements) {
        Statement mirrors = statements.get(node.text("mirrors"));
        if (mirrors == null) {
            throw node.required("mirrors")
                    .problem("there is no statement '" + node.text("mirrors") + "'", "use the id of a statement above");
        }
        return new Council.Item(id(node), words(node), mirrors);
    }

    private String id(YamlNode node) {
        String id = node.text("id");
        if (!Slug.isCode(id) || id.length() > LONGEST_ID) {
            throw node.required("id")
                    .problem("'" + id + "' is no id", "use at most " + LONGEST_ID + " of a–z, 0–9 and hyphen");
        }
        if (!ids.add(id)) {
            throw node.required("id").problem("the id '" + id + "' is used twice", "give each an id of its own");
        }
        return id;
    }

    private static LocalizedText words(YamlNode node) {
        Map<Language, String> texts = new EnumMap<>(Language.class);
        for (Language language : List.of(Language.NB, Language.NN)) {
            String said = node.text(language.tag());
            if (said.isEmpty()) {
                throw node.required(language.tag()).problem("there is no text here", "write it in bokmål and nynorsk");
            }
            texts.put(language, said);
        }
        return new LocalizedText(texts);
    }

    private static <E extends Enum<E> & Coded> E coded(YamlNode node, Class<E> type) {
        return Coded.of(type, node.text()).orElseThrow(() -> {
            List<String> codes = new ArrayList<>();
            for (E it : type.getEnumConstants()) {
                codes.add(it.code());
            }
            return node.problem("'" + node.text() + "' means nothing here", "use one of " + String.join(", ", codes));
        });
    }
}
