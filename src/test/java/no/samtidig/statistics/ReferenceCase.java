package no.samtidig.statistics;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** The input of one case and the estimator it asks for. Whatever of the input nobody has read by the end is unknown. */
final class ReferenceCase {
    private final Path folder;
    private final JsonNode input;
    private final Set<String> unread = new TreeSet<>();

    ReferenceCase(Path folder, JsonNode input) {
        this.folder = folder;
        this.input = input;
        unread.addAll(input.propertyNames());
    }

    Record run(String estimator) {
        Record result = estimate(estimator);
        if (!unread.isEmpty()) {
            throw new AssertionError("unknown input of " + estimator + ": " + unread);
        }
        return result;
    }

    private Record estimate(String estimator) {
        return switch (estimator) {
            case "wilson" -> Wilson.of(whole("x"), whole("n"), level());
            case "newcombe" -> Newcombe.of(whole("x1"), whole("n1"), whole("x2"), whole("n2"), level());
            case "t_interval" -> MeanInterval.of(Sample.of(numbers("x")), level());
            case "welch" -> Welch.of(Sample.of(numbers("first")), Sample.of(numbers("second")), level());
            case "paired" -> Paired.of(numbers("before"), numbers("after"), level());
            case "hedges_g" -> HedgesG.of(Sample.of(numbers("first")), Sample.of(numbers("second")), level());
            case "fpc_mean" -> FiniteMean.of(Sample.of(numbers("x")), whole("N"), level());
            case "fpc_proportion" -> FiniteProportion.of(whole("x"), whole("n"), whole("N"));
            case "mdc_unit" -> SmallestChange.of(number("sd"), whole("n1"), whole("n2"), level(), number("power"));
            case "mdc_person" -> SmallestPersonalChange.of(number("sd"), number("reliability"), level());
            case "scale_score" -> ScaleScore.of(rows("items"), number("min"), number("max"), reference());
            case "alpha" -> Alpha.of(rows("items"), level());
            case "omega" -> Omega.of(rows("items"));
            case "spearman" -> Spearman.of(numbers("x"), numbers("y"), level());
            case "holm" -> Holm.of(numbers("p"));
            case "unit_change" -> UnitChange.of(answers(), whole("first_round"), whole("second_round"), level());
            case "unit_paired" -> UnitPaired.of(panel(), whole("first_round"), whole("second_round"), level());
            case "roll_up" -> RollUp.of(panel(), level());
            case "group_time_att" -> GroupTime.of(panel(), level());
            case "twfe" -> TwoWay.of(panel(), level());
            case "wild_cluster_bootstrap" -> WildBootstrap.of(panel(), number("null"));
            case "agreement_two" -> twoCoders();
            case "agreement_many" -> ManyCoders.of(numbers("categories"), rows("columns"), ordered(), level());
            case "icc" -> Icc.of(rows("columns"), level());
            case "volley_ratio" -> VolleyRatio.of(counts("numerator"), counts("denominator"), level());
            case "volley_ratio_exact" -> VolleyRatioExact.of(counts("numerator"), counts("denominator"), level());
            case "gap_tiers" -> gapTiers();
            case "tiers" -> RankTiers.of(rows("items"), words("items"), level(), whole("min_raters"));
            default -> throw new AssertionError("no estimator is called " + estimator);
        };
    }

    private Record gapTiers() {
        GapTiers.Rule rule = new GapTiers.Rule(level(), whole("min_people"), whole("min_areas"), number("min_gap"));
        return GapTiers.of(rows("items"), words("items"), rule);
    }

    private Record twoCoders() {
        List<String> codes = words("categories");
        boolean each = input.has("per_code") && node("per_code").asBoolean();
        if (input.has("table")) {
            int[][] table = node("table")
                    .valueStream()
                    .map(row -> row.valueStream().mapToInt(JsonNode::asInt).toArray())
                    .toArray(int[][]::new);
            return TwoCoders.of(codes, table, 0, ordered(), each, level());
        }
        List<String> columns = words("columns");
        List<TwoCoders.Pair> pairs = csv().stream()
                .map(it ->
                        new TwoCoders.Pair(cell(it.getField(columns.getFirst())), cell(it.getField(columns.getLast()))))
                .toList();
        return TwoCoders.of(codes, pairs, ordered(), each, level());
    }

    private static Optional<String> cell(String of) {
        return of.isEmpty() ? Optional.empty() : Optional.of(of);
    }

    private boolean ordered() {
        String scale = node("scale").asString();
        if (!Set.of("nominal", "ordinal").contains(scale)) {
            throw new AssertionError("no scale is called " + scale);
        }
        return scale.equals("ordinal");
    }

    private Optional<ScaleScore.Reference> reference() {
        return input.has("reference_mean")
                ? Optional.of(new ScaleScore.Reference(number("reference_mean"), number("reference_sd")))
                : Optional.empty();
    }

    private List<UnitChange.Answer> answers() {
        return csv().stream()
                .map(it -> new UnitChange.Answer(
                        Integer.parseInt(it.getField("round")),
                        it.getField("respondent"),
                        it.getField("area"),
                        number(it, "practice"),
                        number(it, "importance")))
                .toList();
    }

    private List<PanelRow> panel() {
        return csv().stream()
                .map(it -> new PanelRow(
                        it.getField("unit"),
                        Integer.parseInt(it.getField("round")),
                        it.getField("treated_from").isEmpty()
                                ? OptionalInt.empty()
                                : OptionalInt.of(Integer.parseInt(it.getField("treated_from"))),
                        number(it, "y")))
                .toList();
    }

    /** Rows given in the file, or columns of a CSV by name. */
    private List<double[]> rows(String columns) {
        if (input.has("rows")) {
            unread.remove(columns);
            return node("rows")
                    .valueStream()
                    .map(row ->
                            row.valueStream().mapToDouble(ReferenceCase::number).toArray())
                    .toList();
        }
        List<String> names = words(columns);
        return csv().stream()
                .map(row -> names.stream().mapToDouble(it -> number(row, it)).toArray())
                .toList();
    }

    /** Numbers given in the file, or the sum of columns of a CSV. */
    private List<Double> counts(String name) {
        if (!input.has("csv")) {
            return numbers(name);
        }
        List<String> names = words(name);
        return csv().stream()
                .map(row -> names.stream().mapToDouble(it -> number(row, it)).sum())
                .toList();
    }

    private List<NamedCsvRecord> csv() {
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().ofNamedCsvRecord(folder.resolve(node("csv").asString()))) {
            List<NamedCsvRecord> rows = new ArrayList<>();
            reader.forEach(rows::add);
            return rows;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static double number(NamedCsvRecord row, String column) {
        String cell = row.getField(column);
        return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
    }

    private static double number(JsonNode node) {
        return node.isNull() ? Double.NaN : node.asDouble();
    }

    private JsonNode node(String name) {
        unread.remove(name);
        JsonNode node = input.path(name);
        if (node.isMissingNode()) {
            throw new AssertionError("no input " + name);
        }
        return node;
    }

    private int whole(String name) {
        return node(name).asInt();
    }

    private double number(String name) {
        return node(name).asDouble();
    }

    private double level() {
        return number("level");
    }

    private List<Double> numbers(String name) {
        return node(name).valueStream().map(ReferenceCase::number).toList();
    }

    private List<String> words(String name) {
        JsonNode list = node(name);
        return IntStream.range(0, list.size())
                .mapToObj(it -> list.get(it).asString())
                .toList();
    }
}
