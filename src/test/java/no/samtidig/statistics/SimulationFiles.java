package no.samtidig.statistics;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What was simulated and what was estimated from it, as the three CSV files that the shared README asks for (section 7), so that the same can
 * be computed elsewhere.
 */
final class SimulationFiles implements AutoCloseable {
    private final PrintWriter panels;
    private final PrintWriter answers;
    private final PrintWriter estimates;

    SimulationFiles(Path folder) throws IOException {
        Files.createDirectories(folder);
        panels = new PrintWriter(Files.newBufferedWriter(folder.resolve("panels.csv")));
        answers = new PrintWriter(Files.newBufferedWriter(folder.resolve("answers.csv")));
        estimates = new PrintWriter(Files.newBufferedWriter(folder.resolve("estimates.csv")));
        panels.println("scenario,seed,unit,round,treated_from,y");
        answers.println("scenario,seed,round,respondent,y");
        estimates.println("scenario,seed,estimator,truth,estimate,se,df,low,high");
    }

    void panel(String scenario, long seed, List<PanelRow> rows) {
        rows.forEach(it -> panels.println(String.join(
                ",",
                scenario,
                String.valueOf(seed),
                it.unit(),
                String.valueOf(it.round()),
                it.treatedFrom().isPresent() ? String.valueOf(it.treatedFrom().getAsInt()) : "",
                String.valueOf(it.y()))));
    }

    void answers(String scenario, long seed, int round, Sample sample) {
        double[] values = sample.values();
        for (int person = 0; person < values.length; person++) {
            answers.println(scenario + "," + seed + "," + round + "," + (person + 1) + "," + values[person]);
        }
    }

    void estimate(String scenario, long seed, String estimator, double truth, Estimate estimate) {
        estimates.println(String.join(
                ",",
                scenario,
                String.valueOf(seed),
                estimator,
                String.valueOf(truth),
                cell(estimate.estimate()),
                cell(estimate.se()),
                cell(estimate.df()),
                cell(estimate.interval().low()),
                cell(estimate.interval().high())));
    }

    private static String cell(Figure figure) {
        return figure.number().map(String::valueOf).orElse("");
    }

    @Override
    public void close() {
        panels.close();
        answers.close();
        estimates.close();
    }
}
