package no.samtidig.platform.yaml;

import java.io.StringReader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.samtidig.platform.RichText;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * A piece of YAML that knows its file and line. Every getter either gives what was asked for or throws a {@link ContentProblem} that
 * names the place and what to do.
 */
public final class YamlNode {
    private final Path file;
    private final int firstLine;
    private final Node node;

    private YamlNode(Path file, int firstLine, Node node) {
        this.file = file;
        this.firstLine = firstLine;
        this.node = node;
    }

    /**
     * Reads one YAML document.
     *
     * @param file for messages
     * @param firstLine the line of {@code text}'s first line in the file, counted from 1
     */
    public static YamlNode read(Path file, int firstLine, String text) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setCodePointLimit(8_000_000);
        // a text that refers to itself could be read for ever
        options.setMaxAliasesForCollections(0);
        try {
            Node root = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
            if (root == null) {
                throw new ContentProblem(file, firstLine, YamlMistake.NOTHING);
            }
            return new YamlNode(file, firstLine, root);
        } catch (MarkedYAMLException failure) {
            int line = failure.getProblemMark() == null
                    ? 0
                    : failure.getProblemMark().getLine();
            throw new ContentProblem(file, firstLine + line, YamlMistake.YAML, String.valueOf(failure.getProblem()));
        } catch (ReaderException failure) {
            int line = (int) text.chars()
                    .limit(failure.getPosition())
                    .filter(it -> it == '\n')
                    .count();
            throw new ContentProblem(file, firstLine + line, YamlMistake.UNSEEN);
        } catch (YAMLException _) {
            throw new ContentProblem(file, firstLine, YamlMistake.REFERENCES);
        }
    }

    public int line() {
        return firstLine + node.getStartMark().getLine();
    }

    /** A problem at this place that only a file of the content can have. */
    public ContentProblem problem(String what, String whatToDo) {
        return new ContentProblem(file, line(), what, whatToDo);
    }

    /** A problem at this place. */
    public ContentProblem problem(Mistake mistake, Object... arguments) {
        return new ContentProblem(file, line(), mistake, arguments);
    }

    /** What may not stand in the running text at this place. */
    public ContentProblem problem(RichText.Refused refused) {
        YamlMistake mistake =
                switch (refused.what()) {
                    case HTML -> YamlMistake.HTML;
                    case IMAGE -> YamlMistake.IMAGE;
                    case TOO_LONG -> YamlMistake.TOO_LONG;
                    case TOO_DEEP -> YamlMistake.TOO_DEEP;
                };
        return problem(mistake, String.valueOf(refused.getMessage()));
    }

    /** The fields in order. */
    public Map<String, YamlNode> fields() {
        if (!(node instanceof MappingNode mapping)) {
            throw problem(YamlMistake.FIELDS);
        }
        Map<String, YamlNode> fields = new LinkedHashMap<>();
        mapping.getValue().forEach(it -> {
            if (!(it.getKeyNode() instanceof ScalarNode name)) {
                throw new YamlNode(file, firstLine, it.getKeyNode()).problem(YamlMistake.FIELD_NAME);
            }
            if (fields.put(name.getValue(), new YamlNode(file, firstLine, it.getValueNode())) != null) {
                throw new YamlNode(file, firstLine, name).problem(YamlMistake.FIELD_TWICE, name.getValue());
            }
        });
        return fields;
    }

    /** Every place that holds fields, here and below, in order. */
    public Stream<YamlNode> everyFields() {
        return switch (node) {
            case MappingNode _ ->
                Stream.concat(Stream.of(this), fields().values().stream().flatMap(YamlNode::everyFields));
            case SequenceNode _ -> list().stream().flatMap(YamlNode::everyFields);
            default -> Stream.of();
        };
    }

    /** Refuses a field that has no meaning here: a misspelt name must not be passed over in silence. */
    public YamlNode only(String... names) {
        Set<String> known = Set.of(names);
        fields().forEach((name, value) -> {
            if (!known.contains(name)) {
                throw value.problem(
                        YamlMistake.FIELD_UNKNOWN,
                        name,
                        String.join(", ", known.stream().sorted().toList()));
            }
        });
        return this;
    }

    public Optional<YamlNode> optional(String name) {
        return Optional.ofNullable(fields().get(name)).filter(it -> !it.empty());
    }

    private boolean empty() {
        return node.getTag().equals(Tag.NULL);
    }

    public YamlNode required(String name) {
        return optional(name).orElseThrow(() -> problem(YamlMistake.FIELD_MISSING, name));
    }

    public String text(String name) {
        return required(name).text();
    }

    public Optional<String> optionalText(String name) {
        return optional(name).map(YamlNode::text);
    }

    public RichText rich(String name) {
        return required(name).rich();
    }

    public Optional<RichText> optionalRich(String name) {
        return optional(name).map(YamlNode::rich);
    }

    public List<YamlNode> list(String name) {
        return required(name).list();
    }

    /** The list under the name; empty where there is none. */
    public List<YamlNode> optionalList(String name) {
        return optional(name).map(YamlNode::list).orElse(List.of());
    }

    public String text() {
        if (!(node instanceof ScalarNode scalar)) {
            throw problem(YamlMistake.TEXT);
        }
        return scalar.getValue().strip();
    }

    public RichText rich() {
        try {
            return RichText.of(text());
        } catch (RichText.Refused refused) {
            throw problem(refused);
        }
    }

    public List<YamlNode> list() {
        if (!(node instanceof SequenceNode sequence)) {
            throw problem(YamlMistake.LIST);
        }
        List<YamlNode> items = new ArrayList<>();
        sequence.getValue().forEach(it -> items.add(new YamlNode(file, firstLine, it)));
        return items;
    }

    /** A whole number within bounds, both included. */
    public int number(String name, int least, int most) {
        YamlNode value = required(name);
        try {
            int number = Integer.parseInt(value.text());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException _) {
            // told below
        }
        throw value.problem(YamlMistake.NUMBER, name, least, most);
    }

    public boolean flag(String name) {
        return optional(name)
                .map(it -> switch (it.text()) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw it.problem(YamlMistake.FLAG, name);
                })
                .orElse(false);
    }

    public LocalDate date(String name) {
        YamlNode value = required(name);
        try {
            return LocalDate.parse(value.text());
        } catch (DateTimeParseException _) {
            throw value.problem(YamlMistake.DATE, name);
        }
    }
}
