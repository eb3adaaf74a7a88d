package no.samtidig.catalogue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.samtidig.platform.Language;
import no.samtidig.platform.yaml.YamlNode;

/** Turns one directive into its block, or says what is wrong with it. */
record BlockReader(Material material, Language language) {
    /** What a directive may be called. */
    static final List<String> NAMES = List.of(
            "figure",
            "fact",
            "quote",
            "film",
            "reflection",
            "quiz",
            "case",
            "try",
            "team",
            "claim",
            "duty",
            "ladder",
            "sheet",
            "voice",
            "summary");

    /**
     * Reads one.
     *
     * @param name one of {@link #NAMES}
     */
    Block read(String name, String id, ContentVersion version, YamlNode fields) {
        return switch (name) {
            case "figure" -> figure(id, version, fields.only("file", "alt", "caption", "description"));
            case "fact" ->
                new Block.FactBox(id, version, fields.only("title", "text").text("title"), fields.rich("text"));
            case "quote" ->
                new Block.Quote(
                        id,
                        version,
                        fields.only("text", "by", "source").rich("text"),
                        fields.text("by"),
                        fields.optionalText("source"));
            case "film" -> film(id, version, fields.only("title", "minutes", "file", "poster", "transcript"));
            case "reflection" ->
                new Block.Reflection(
                        id, version, fields.only("question", "help").rich("question"), fields.optionalRich("help"));
            case "quiz" -> quiz(id, version, fields);
            case "case" -> branchingCase(id, version, fields.only("title", "notice", "start", "nodes"));
            case "try" ->
                new Block.ShiftTask(
                        id,
                        version,
                        fields.only("task", "variant", "question").rich("task"),
                        fields.rich("variant"),
                        fields.rich("question"));
            case "team" -> team(id, version, fields);
            case "claim" -> claim(id, version, fields.only("claim", "note"));
            case "duty" -> duty(id, version, fields.only("situation", "question", "options", "law"));
            case "ladder" -> ladder(id, version, fields.only("note"));
            case "sheet" -> sheet(id, version, fields.only("sheet", "note"));
            case "voice" -> voice(id, version, fields.only("wanted", "voice"));
            case "summary" -> summary(id, version, fields.only("lines"));
            default -> throw new IllegalArgumentException("no directive: " + name);
        };
    }

    private Block figure(String id, ContentVersion version, YamlNode fields) {
        return new Block.Figure(
                id,
                version,
                drawing(fields.required("file")),
                fields.text("alt"),
                fields.rich("caption"),
                fields.rich("description"));
    }

    private Drawing drawing(YamlNode name) {
        for (String tag : List.of(language.tag(), "nb")) {
            Drawing drawing = material.drawings().get(name.text() + "." + tag + ".svg");
            if (drawing != null) {
                return drawing;
            }
        }
        throw name.problem("there is no drawing '" + name.text() + "'", "draw figures/" + name.text() + ".nb.svg");
    }

    private Block film(String id, ContentVersion version, YamlNode fields) {
        fields.optional("file").ifPresent(file -> {
            for (String name : List.of(file.text() + ".mp4", file.text() + "." + language.tag() + ".vtt")) {
                if (!material.films().contains(name)) {
                    throw file.problem("the film or its captions are missing", "add content/films/<module>/" + name);
                }
            }
        });
        return new Block.Film(
                id,
                version,
                fields.text("title"),
                fields.number("minutes", 1, 30),
                fields.optionalText("file"),
                fields.optional("poster").map(this::drawing),
                transcript(fields));
    }

    static List<Block.Line> transcript(YamlNode fields) {
        return fields.list("transcript").stream()
                .map(it -> new Block.Line(it.only("who", "line").text("who"), it.text("line")))
                .toList();
    }

    private static Block quiz(String id, ContentVersion version, YamlNode fields) {
        Aim aim = LessonReader.aim(fields.required("aim"));
        return switch (fields.text("kind")) {
            case "single" ->
                new Block.SingleChoice(
                        id,
                        version,
                        aim,
                        fields.only("kind", "question", "aim", "options", "closing")
                                .rich("question"),
                        oneRight(fields),
                        fields.optionalRich("closing"));
            case "multiple" ->
                new Block.MultipleChoice(
                        id,
                        version,
                        aim,
                        fields.only("kind", "question", "aim", "options", "closing")
                                .rich("question"),
                        someRight(fields),
                        fields.optionalRich("closing"));
            case "order" ->
                new Block.Ordering(
                        id,
                        version,
                        aim,
                        fields.only("kind", "question", "aim", "items", "closing")
                                .rich("question"),
                        items(fields),
                        fields.optionalRich("closing"));
            case "match" ->
                new Block.Matching(
                        id,
                        version,
                        aim,
                        fields.only("kind", "question", "aim", "pairs", "closing")
                                .rich("question"),
                        pairs(fields),
                        fields.optionalRich("closing"));
            default -> throw fields.required("kind").problem("unknown kind", "use single, multiple, order or match");
        };
    }

    private static List<Block.Option> options(YamlNode fields) {
        return fields.list("options").stream()
                .map(it -> new Block.Option(
                        it.only("text", "correct", "why").rich("text"), it.flag("correct"), it.rich("why")))
                .toList();
    }

    private static List<Block.Option> oneRight(YamlNode fields) {
        List<Block.Option> options = options(fields);
        if (options.stream().filter(Block.Option::correct).count() != 1) {
            throw fields.required("options").problem("exactly one option must be right", "mark one with correct: true");
        }
        return options;
    }

    private static List<Block.Option> someRight(YamlNode fields) {
        List<Block.Option> options = options(fields);
        long right = options.stream().filter(Block.Option::correct).count();
        if (right == 0 || right == options.size()) {
            throw fields.required("options")
                    .problem(
                            "at least one option must be right and one wrong",
                            "mark the right ones with correct: true");
        }
        return options;
    }

    private static List<Block.Item> items(YamlNode fields) {
        List<Block.Item> items = fields.list("items").stream()
                .map(it -> new Block.Item(it.only("text", "why").rich("text"), it.rich("why")))
                .toList();
        if (items.size() < 3 || items.size() > 6) {
            throw fields.required("items").problem("an ordering has three to six items", "add or remove some");
        }
        return items;
    }

    private static List<Block.Pair> pairs(YamlNode fields) {
        List<Block.Pair> pairs = fields.list("pairs").stream()
                .map(it ->
                        new Block.Pair(it.only("left", "right", "why").rich("left"), it.rich("right"), it.rich("why")))
                .toList();
        long different = pairs.stream().map(it -> it.right().plain()).distinct().count();
        if (pairs.size() < 3 || pairs.size() > 5 || different < pairs.size()) {
            throw fields.required("pairs")
                    .problem("a matching has three to five pairs, all with different right sides", "change the pairs");
        }
        return pairs;
    }

    private Block duty(String id, ContentVersion version, YamlNode fields) {
        return new Block.DutyCase(
                id,
                version,
                fields.rich("situation"),
                fields.rich("question"),
                oneRight(fields),
                fields.list("law").stream()
                        .map(it -> new Block.Law(
                                it.only("paragraph", "threshold", "who", "url", "checked")
                                        .text("paragraph"),
                                it.rich("threshold"),
                                it.text("who"),
                                LessonReader.address(it.required("url")),
                                it.date("checked")))
                        .toList(),
                material.shared().ladder(language).flatMap(Ladder::signed).isPresent());
    }

    private static Block branchingCase(String id, ContentVersion version, YamlNode fields) {
        Map<String, Block.Scene> scenes = new LinkedHashMap<>();
        fields.required("nodes").fields().forEach((name, node) -> scenes.put(name, scene(node)));
        YamlNode start = fields.required("start");
        checkPaths(fields, start, scenes);
        return new Block.BranchingCase(
                id, version, fields.text("title"), fields.optionalText("notice"), start.text(), Map.copyOf(scenes));
    }

    private static Block.Scene scene(YamlNode node) {
        if (node.optional("ending").isPresent()) {
            return new Block.Ending(
                    node.only("ending", "text", "learned").text("ending"), node.rich("text"), node.rich("learned"));
        }
        List<Block.Choice> choices = node.only("text", "choices").list("choices").stream()
                .map(it -> new Block.Choice(it.only("text", "to").rich("text"), it.text("to")))
                .toList();
        if (choices.size() < 2 || choices.size() > 3) {
            throw node.problem("a fork has two or three choices", "add or remove choices");
        }
        return new Block.Fork(node.rich("text"), choices);
    }

    /** Every choice leads somewhere, nothing loops, nothing is out of reach, and it can end in at least three ways. */
    private static void checkPaths(YamlNode fields, YamlNode start, Map<String, Block.Scene> scenes) {
        Set<String> reached = new HashSet<>();
        walk(start, start.text(), scenes, new ArrayDeque<>(), reached);
        if (!reached.equals(scenes.keySet())) {
            Set<String> lost = new HashSet<>(scenes.keySet());
            lost.removeAll(reached);
            throw fields.required("nodes")
                    .problem("no choice leads to " + lost, "remove it or let a choice lead there");
        }
        if (scenes.values().stream().filter(Block.Ending.class::isInstance).count() < 3) {
            throw fields.required("nodes").problem("a case needs at least three endings", "write another ending");
        }
    }

    private static void walk(
            YamlNode place, String name, Map<String, Block.Scene> scenes, Deque<String> path, Set<String> reached) {
        if (path.contains(name)) {
            throw place.problem("the case loops at '" + name + "'", "let every path end");
        }
        reached.add(name);
        switch (Optional.ofNullable(scenes.get(name))
                .orElseThrow(() -> place.problem("there is no node '" + name + "'", "write it, or mend the name"))) {
            case Block.Ending _ -> {}
            case Block.Fork fork -> {
                path.push(name);
                fork.choices().forEach(it -> walk(place, it.to(), scenes, path, reached));
                path.pop();
            }
        }
    }

    private static Block team(String id, ContentVersion version, YamlNode fields) {
        fields.only("title", "minutes", "purpose", "bring", "script", "closing", "two");
        List<Block.ScriptStep> script = fields.list("script").stream()
                .map(it -> new Block.ScriptStep(it.only("minutes", "do").number("minutes", 1, 30), it.rich("do")))
                .toList();
        int minutes = fields.number("minutes", 5, 60);
        if (script.stream().mapToInt(Block.ScriptStep::minutes).sum() != minutes) {
            throw fields.required("script").problem("the minutes do not add up to " + minutes, "change one of them");
        }
        return new Block.TeamExercise(
                id,
                version,
                fields.text("title"),
                minutes,
                fields.rich("purpose"),
                fields.optionalRich("bring"),
                script,
                fields.rich("closing"),
                fields.rich("two"));
    }

    private Block claim(String id, ContentVersion version, YamlNode fields) {
        YamlNode name = fields.required("claim");
        return new Block.ClaimCard(
                id,
                version,
                material.evidence()
                        .claim(name.text())
                        .orElseThrow(() -> name.problem(
                                "there is no claim '" + name.text() + "'",
                                "use an id from content/evidence/claims.yaml")),
                fields.optionalRich("note"));
    }

    private Block ladder(String id, ContentVersion version, YamlNode fields) {
        return new Block.LadderBlock(
                id,
                version,
                material.shared()
                        .ladder(language)
                        .orElseThrow(() -> fields.problem(
                                "there is no ladder", "write content/law/ladder." + language.tag() + ".yaml")),
                fields.rich("note"));
    }

    private Block sheet(String id, ContentVersion version, YamlNode fields) {
        YamlNode name = fields.required("sheet");
        return new Block.SheetBlock(
                id,
                version,
                material.shared()
                        .sheet(name.text(), language)
                        .orElseThrow(() -> name.problem(
                                "there is no sheet '" + name.text() + "'",
                                "write content/sheets/" + name.text() + "." + language.tag() + ".md")),
                fields.optionalRich("note"));
    }

    private Block voice(String id, ContentVersion version, YamlNode fields) {
        return new Block.VoiceSlot(
                id,
                version,
                fields.rich("wanted"),
                fields.optional("voice")
                        .map(name -> Optional.ofNullable(
                                        material.shared().voices().get(name.text()))
                                .orElseThrow(() -> name.problem(
                                        "there is no voice '" + name.text() + "'",
                                        "add content/voices/" + name.text() + ".yaml"))));
    }

    private static Block summary(String id, ContentVersion version, YamlNode fields) {
        List<YamlNode> lines = fields.list("lines");
        if (lines.isEmpty() || lines.size() > 5) {
            throw fields.required("lines").problem("a summary has one to five lines", "shorten it");
        }
        return new Block.Summary(id, version, lines.stream().map(YamlNode::rich).toList());
    }
}
