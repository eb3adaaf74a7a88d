package no.samtidig.catalogue;

import java.nio.file.Path;
import java.util.List;
import no.samtidig.platform.yaml.ContentProblem;
import no.samtidig.platform.yaml.YamlNode;

/**
 * A text file that begins with fields between two lines of {@code ---}.
 *
 * @param fields the fields
 * @param lines the whole file
 * @param first index of the first line after the fields
 */
record FrontMatter(YamlNode fields, List<String> lines, int first) {
    /**
     * Reads one.
     *
     * @throws ContentProblem if there are no fields, or they are no YAML
     */
    static FrontMatter of(Path file, String source) {
        List<String> lines = source.lines().toList();
        int end = lines.isEmpty() || !lines.getFirst().equals("---")
                ? -1
                : lines.subList(1, lines.size()).indexOf("---");
        if (end < 0) {
            throw new ContentProblem(
                    file, 1, "the front matter is missing", "start the file with --- and end the fields with ---");
        }
        return new FrontMatter(YamlNode.read(file, 2, String.join("\n", lines.subList(1, end + 1))), lines, end + 2);
    }

    String body() {
        return String.join("\n", lines.subList(first, lines.size())).strip();
    }

    /** The line of the file that the body begins on, counted from 1. */
    int bodyLine() {
        return first + 1;
    }
}
