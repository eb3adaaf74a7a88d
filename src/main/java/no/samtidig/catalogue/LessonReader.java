package no.samtidig.catalogue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import no.samtidig.platform.Language;
import no.samtidig.platform.RichText;
import no.samtidig.platform.code.Coded;
import no.samtidig.platform.code.Slug;
import no.samtidig.platform.yaml.ContentProblem;
import no.samtidig.platform.yaml.ContentProblems;
import no.samtidig.platform.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/** Reads one lesson: front matter, steps, running text and directives. */
final class LessonReader {
    private static final Pattern STEP = Pattern.compile("## (.+?)\\s*\\{#(" + Slug.EXPRESSION + ")}\\s*");
    private static final Pattern DIRECTIVE = Pattern.compile(":::([a-z]+) \\{#(" + Slug.EXPRESSION + ")}\\s*");

    private final Path file;
    private final Language language;
    private final Material material;
    private final @Nullable Lesson original;
    private final ContentProblems problems;

    private final Set<String> addresses = new HashSet<>();
    private final List<OpenStep> steps = new ArrayList<>();
    private final List<String> pending = new ArrayList<>();
    private int pendingLine;

    private static final class OpenStep {
        final String id;
        final String title;
        final List<Block> blocks = new ArrayList<>();

        OpenStep(String id, String title) {
            this.id = id;
            this.title = title;
        }
    }

    LessonReader(Path file, Language language, Material material, @Nullable Lesson original, ContentProblems problems) {
        this.file = file;
        this.language = language;
        this.material = material;
        this.original = original;
        this.problems = problems;
    }

    /** The lesson, or nothing where a mistake was found (and collected). */
    Optional<Lesson> read(String slug, String source) {
        int before = problems.found().size();
        Optional<FrontMatter> front = problems.collect(() -> FrontMatter.of(file, source));
        front.ifPresent(it -> body(it.lines(), it.first()));
        Optional<Lesson> lesson = front.flatMap(it -> problems.collect(
                () -> lesson(slug, it.fields(), original == null ? ContentVersion.of(source) : original.version())));
        return problems.found().size() == before ? lesson : Optional.empty();
    }

    private void body(List<String> lines, int first) {
        int i = first;
        while (i < lines.size()) {
            String line = lines.get(i);
            int number = i + 1;
            if (line.startsWith("## ")) {
                text();
                problems.collect(() -> step(line, number));
            } else if (line.strip().equals(":::")) {
                problems.add(new ContentProblem(
                        file,
                        number,
                        "this line ends a directive, but none has begun",
                        "take it away, or write :::name {#address} above the fields"));
            } else if (line.startsWith(":::")) {
                text();
                int end = end(lines, i);
                if (end < lines.size() && lines.get(end).strip().equals(":::")) {
                    String body = String.join("\n", lines.subList(i + 1, end));
                    problems.collect(() -> directive(line, number, body));
                    i = end;
                } else {
                    String before = end < lines.size() ? "before line " + (end + 1) : "at the end of the file";
                    problems.add(new ContentProblem(
                            file,
                            number,
                            "the directive that begins here is not closed",
                            "write ::: on a line of its own after its fields, " + before));
                    i = end - 1;
                }
            } else {
                if (pending.isEmpty()) {
                    pendingLine = number;
                }
                pending.add(line);
            }
            i++;
        }
        text();
    }

    /** The line that ends a directive: its own :::, or where it has none, the step or directive that begins next, or the end of the file. */
    private static int end(List<String> lines, int start) {
        for (int i = start + 1; i < lines.size(); i++) {
            if (lines.get(i).strip().equals(":::")
                    || lines.get(i).startsWith(":::")
                    || STEP.matcher(lines.get(i)).matches()) {
                return i;
            }
        }
        return lines.size();
    }

    private OpenStep step(String line, int number) {
        Matcher matcher = STEP.matcher(line);
        if (!matcher.matches()) {
            throw new ContentProblem(file, number, "the step has no address", "write ## Title {#address}");
        }
        OpenStep step = new OpenStep(address(matcher.group(2), number), matcher.group(1));
        steps.add(step);
        return step;
    }

    private String address(String address, int line) {
        if (!addresses.add(address)) {
            throw new ContentProblem(
                    file, line, "the address '" + address + "' is used twice", "give each its own address");
        }
        return address;
    }

    private void text() {
        String markdown = String.join("\n", pending).strip();
        pending.clear();
        if (markdown.isEmpty()) {
            return;
        }
        problems.collect(() -> {
            OpenStep step = current(pendingLine);
            try {
                Block.Text block = new Block.Text(
                        step.id + "-" + step.blocks.size(),
                        version(step.id + "-" + step.blocks.size(), markdown),
                        RichText.of(markdown));
                return step.blocks.add(block);
            } catch (IllegalArgumentException refusal) {
                throw new ContentProblem(file, pendingLine, String.valueOf(refusal.getMessage()), "write it without");
            }
        });
    }

    private OpenStep current(int line) {
        if (steps.isEmpty()) {
            throw new ContentProblem(
                    file, line, "there is text before the first step", "start a step with ## Title {#address}");
        }
        return steps.getLast();
    }

    private boolean directive(String line, int number, String body) {
        Matcher matcher = DIRECTIVE.matcher(line);
        if (!matcher.matches()) {
            throw new ContentProblem(
                    file, number, "this is not a directive: " + line, "write :::name {#address} on a line of its own");
        }
        if (!BlockReader.NAMES.contains(matcher.group(1))) {
            throw new ContentProblem(
                    file,
                    number,
                    "there is no directive '" + matcher.group(1) + "'",
                    "use one of: " + String.join(", ", BlockReader.NAMES));
        }
        String id = address(matcher.group(2), number);
        OpenStep step = current(number);
        YamlNode fields = YamlNode.read(file, number + 1, body);
        ContentVersion version = version(id, matcher.group(1) + "\n" + body);
        Block block = new BlockReader(material, language).read(matcher.group(1), id, version, fields);
        return step.blocks.add(block);
    }

    /** A translation has its original's versions: reading in the other language is no new wording. */
    private ContentVersion version(String id, String source) {
        return Optional.ofNullable(original)
                .flatMap(it -> it.block(id))
                .map(it -> it.block().version())
                .orElseGet(() -> ContentVersion.of(source));
    }

    private Lesson lesson(String slug, YamlNode fields, ContentVersion version) {
        fields.only("title", "lead", "roles", "aims", "demands", "notice", "goals", "unknown", "sources");
        if (steps.isEmpty()) {
            throw fields.problem("the lesson has no steps", "start one with ## Title {#address}");
        }
        List<Lesson.Step> read = steps.stream()
                .map(it -> new Lesson.Step(it.id, it.title, 1, 0, List.copyOf(it.blocks)))
                .toList();
        Map<Demand, Set<String>> demands = demands(fields.required("demands"));
        if (demands.getOrDefault(Demand.USER_PERSPECTIVE, Set.of()).contains("voice")
                && steps.stream().flatMap(it -> it.blocks.stream()).noneMatch(LessonReader::speaks)) {
            throw fields.required("demands")
                    .problem(
                            "no real voice is heard in this lesson",
                            "take 'voice' out of user-perspective, or record somebody: an invented voice does not count");
        }
        return new Lesson(
                slug,
                language,
                fields.text("title"),
                fields.text("lead"),
                original == null ? Pace.minutes(read) : original.minutes(),
                professions(fields),
                aims(fields),
                demands,
                fields.optionalText("notice"),
                fields.list("goals").stream()
                        .map(it -> new Lesson.Goal(it.rich("text"), aim(it.required("aim"))))
                        .toList(),
                fields.optionalList("unknown").stream().map(YamlNode::rich).toList(),
                fields.optionalList("sources").stream()
                        .map(it -> source(it.only("title", "url", "checked"), it.date("checked")))
                        .toList(),
                original == null ? Pace.steps(read) : timedAs(original.steps(), read),
                version);
    }

    /** A translation takes as long as its original: nobody's lesson gets longer by choosing the other language. */
    private static List<Lesson.Step> timedAs(List<Lesson.Step> original, List<Lesson.Step> read) {
        return IntStream.range(0, read.size())
                .mapToObj(i -> i < original.size() ? read.get(i).timedAs(original.get(i)) : read.get(i))
                .toList();
    }

    /** Sources that were all looked at on the same day. */
    static List<Lesson.Source> sources(List<YamlNode> nodes, LocalDate checked) {
        return nodes.stream()
                .map(it -> source(it.only("title", "url"), checked))
                .toList();
    }

    private static Lesson.Source source(YamlNode node, LocalDate checked) {
        return new Lesson.Source(node.text("title"), address(node.required("url")), checked);
    }

    private static boolean speaks(Block block) {
        return block instanceof Block.VoiceSlot slot && slot.voice().isPresent();
    }

    static String address(YamlNode url) {
        if (!url.text().startsWith("https://")) {
            throw url.problem("this is not a web address", "start it with https://");
        }
        return url.text();
    }

    private static Set<Profession> professions(YamlNode fields) {
        Set<Profession> professions = new LinkedHashSet<>();
        for (YamlNode it : fields.list("roles")) {
            professions.add(Profession.of(it.text())
                    .orElseThrow(() -> it.problem(
                            "unknown role '" + it.text() + "'",
                            "use one of: "
                                    + String.join(
                                            ", ",
                                            Arrays.stream(Profession.values())
                                                    .map(Profession::code)
                                                    .toList()))));
        }
        return professions;
    }

    private static Set<Aim> aims(YamlNode fields) {
        Set<Aim> aims = new LinkedHashSet<>();
        fields.list("aims").forEach(it -> aims.add(aim(it)));
        return aims;
    }

    static Aim aim(YamlNode node) {
        return Coded.of(Aim.class, node.text())
                .orElseThrow(() ->
                        node.problem("unknown aim '" + node.text() + "'", "use identify, assess, diagnose or treat"));
    }

    private static Map<Demand, Set<String>> demands(YamlNode node) {
        Map<Demand, Set<String>> demands = new EnumMap<>(Demand.class);
        node.only(Arrays.stream(Demand.values()).map(Demand::code).toArray(String[]::new));
        for (Demand demand : Demand.values()) {
            Set<String> values = new LinkedHashSet<>();
            for (YamlNode it : node.optionalList(demand.code())) {
                if (!demand.aspects().contains(it.text())) {
                    throw it.problem(
                            "'" + it.text() + "' is no value of " + demand.code(),
                            "use one of: " + String.join(", ", demand.aspects()).toLowerCase(Locale.ROOT));
                }
                values.add(it.text());
            }
            if (!values.isEmpty()) {
                demands.put(demand, values);
            }
        }
        return demands;
    }
}
