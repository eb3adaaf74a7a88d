package no.samtidig.improvement.web.result;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import no.samtidig.improvement.result.Means;
import no.samtidig.improvement.result.SettledGap;
import no.samtidig.platform.Csv;
import no.samtidig.platform.Download;

/** The result as a file: the same numbers and words as the page, a line for each area and each statement. */
final class ResultFile {
    private ResultFile() {}

    static Download of(ResultSheet sheet, SettledGap round) {
        ResultWords words = sheet.words();
        List<List<String>> rows = new ArrayList<>();
        for (ResultSheet.Line line : sheet.lines()) {
            if (!line.topic().topic().alone()) {
                rows.add(row(words, line, line.name().value(), ""));
            }
            for (ResultSheet.Said said : line.statements()) {
                String area = words.area(line.topic().topic().area()).value();
                rows.add(
                        line.topic().topic().alone()
                                ? with(row(words, line, area, said.text().value()), words, said)
                                : with(List.of(area, said.text().value(), "", "", "", "", ""), words, said));
            }
        }
        List<String> header = Stream.of(
                        "area",
                        "statement",
                        "tier",
                        "practice",
                        "importance",
                        "gap",
                        "answers",
                        "often",
                        "important",
                        "unsure")
                .map(it -> words.text("csv." + it))
                .toList();
        return Csv.file(
                "gap-" + round.month() + "-" + round.closed() + ".csv",
                header,
                rows.stream().map(ResultFile::filled).toList());
    }

    private static List<String> row(ResultWords words, ResultSheet.Line line, String area, String statement) {
        return List.of(
                area,
                statement,
                line.topic().tier().isPresent() ? words.tier(line.topic().tier()) : "",
                words.average(line.topic().means().map(Means::practice)),
                words.average(line.topic().means().map(Means::importance)),
                words.average(line.topic().means().map(Means::gap)),
                line.topic()
                        .means()
                        .map(it -> Integer.toString(it.practice().n()))
                        .orElse(""));
    }

    private static List<String> with(List<String> row, ResultWords words, ResultSheet.Said said) {
        List<String> cells = new ArrayList<>(row);
        cells.add(words.cell("often", said.result().often()));
        cells.add(words.cell("important", said.result().important()));
        cells.add(said.result().unsure() ? words.text("csv.yes") : "");
        return cells;
    }

    private static List<String> filled(List<String> row) {
        List<String> cells = new ArrayList<>(row);
        while (cells.size() < 10) {
            cells.add("");
        }
        return cells;
    }
}
