package no.samtidig.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Agreement of two coders, every way beside each other, with n and how common each code is: raw, {@link Kappa}, {@link GwetAc}, {@link Pabak},
 * {@link Krippendorff}. Items with a blank are dropped and counted.
 *
 * @param table rows coder a, columns coder b, in the order of the code list
 * @param prevalence mean of both coders' shares, by code
 * @param ordered where the codes have an order
 * @param perCode each code against the rest, where asked for
 */
public record TwoCoders(
        int n,
        int nDropped,
        Told<List<List<Integer>>> table,
        Wilson percent,
        Kappa kappa,
        GwetAc ac1,
        Pabak pabak,
        Figure krippendorffNominal,
        Told<List<Double>> prevalence,
        Optional<Ordered> ordered,
        Optional<Map<String, Code>> perCode) {
    /** For codes with an order. */
    public record Ordered(
            Figure withinOne,
            Kappa kappaLinear,
            Kappa kappaQuadratic,
            GwetAc ac2Linear,
            GwetAc ac2Quadratic,
            Figure krippendorffOrdinal) {}

    /** One code against the rest. */
    public record Code(int usedByA, int usedByB, int both, Figure percent, Kappa kappa, GwetAc ac1, Figure pabak) {}

    /**
     * Of what each called each item.
     *
     * @param codes the whole code list in order, used or not
     * @param pairs for each item what a and b called it; null is blank
     */
    public static TwoCoders of(List<String> codes, List<Pair> pairs, boolean ordered, boolean perCode, double level) {
        int[][] table = new int[codes.size()][codes.size()];
        int dropped = 0;
        for (Pair pair : pairs) {
            if (pair.a().isEmpty() || pair.b().isEmpty()) {
                dropped++;
            } else {
                table[place(codes, pair.a().get())][place(codes, pair.b().get())]++;
            }
        }
        return of(codes, table, dropped, ordered, perCode, level);
    }

    /** What a and b called one item. */
    public record Pair(Optional<String> a, Optional<String> b) {}

    private static int place(List<String> codes, String code) {
        int place = codes.indexOf(code);
        if (place < 0) {
            throw new IllegalArgumentException("no code of the list: " + code);
        }
        return place;
    }

    /** Of a table counted already. */
    public static TwoCoders of(
            List<String> codes, int[][] table, int dropped, boolean ordered, boolean perCode, double level) {
        Codings codings = codings(table);
        int q = codes.size();
        int n = codings.counts.size();
        int agreed = IntStream.range(0, q).map(it -> table[it][it]).sum();
        return new TwoCoders(
                n,
                dropped,
                n == 0
                        ? Told.undefined(Undefined.NO_DATA)
                        : Told.of(Arrays.stream(table)
                                .map(row -> Arrays.stream(row).boxed().toList())
                                .toList()),
                Wilson.of(agreed, n, level),
                Kappa.of(table, Weighting.IDENTITY, level),
                GwetAc.of(codings, Weighting.IDENTITY, level),
                Pabak.of(codings, level),
                Krippendorff.of(codings, Krippendorff.Distance.NOMINAL),
                n == 0
                        ? Told.undefined(Undefined.NO_DATA)
                        : Told.of(Arrays.stream(codings.shares()).boxed().toList()),
                ordered ? Optional.of(ordered(table, codings, level)) : Optional.empty(),
                perCode ? Optional.of(perCode(codes, table, level)) : Optional.empty());
    }

    private static Codings codings(int[]... table) {
        List<int[]> items = new ArrayList<>();
        for (int a = 0; a < table.length; a++) {
            for (int b = 0; b < table.length; b++) {
                int[] item = new int[table.length];
                item[a]++;
                item[b]++;
                for (int it = 0; it < table[a][b]; it++) {
                    items.add(item);
                }
            }
        }
        return new Codings(items, table.length);
    }

    private static Ordered ordered(int[][] table, Codings codings, double level) {
        int near = 0;
        for (int a = 0; a < table.length; a++) {
            for (int b = Math.max(0, a - 1); b <= Math.min(a + 1, table.length - 1); b++) {
                near += table[a][b];
            }
        }
        int n = codings.counts.size();
        return new Ordered(
                n == 0 ? Figure.undefined(Undefined.NO_DATA) : Figure.of((double) near / n),
                Kappa.of(table, Weighting.LINEAR, level),
                Kappa.of(table, Weighting.QUADRATIC, level),
                GwetAc.of(codings, Weighting.LINEAR, level),
                GwetAc.of(codings, Weighting.QUADRATIC, level),
                Krippendorff.of(codings, Krippendorff.Distance.ORDINAL));
    }

    private static Map<String, Code> perCode(List<String> codes, int[][] table, double level) {
        Map<String, Code> each = new LinkedHashMap<>();
        int n = Arrays.stream(table).mapToInt(Codings::times).sum();
        for (int code = 0; code < codes.size(); code++) {
            int at = code;
            int a = Codings.times(table[code]);
            int b = Arrays.stream(table).mapToInt(row -> row[at]).sum();
            int both = table[code][code];
            int[][] against = {{both, a - both}, {b - both, n - a - b + both}};
            each.put(codes.get(code), code(against, a, b, level));
        }
        return each;
    }

    private static Code code(int[][] against, int a, int b, double level) {
        Codings codings = codings(against);
        int n = codings.counts.size();
        Figure percent =
                n == 0 ? Figure.undefined(Undefined.NO_DATA) : Figure.of((double) (against[0][0] + against[1][1]) / n);
        if (n > 0 && a + b == 0) {
            return new Code(
                    a,
                    b,
                    0,
                    percent,
                    Kappa.undefined(Undefined.CODE_NEVER_USED),
                    GwetAc.undefined(Undefined.CODE_NEVER_USED),
                    Figure.undefined(Undefined.CODE_NEVER_USED));
        }
        return new Code(
                a,
                b,
                against[0][0],
                percent,
                Kappa.of(against, Weighting.IDENTITY, level),
                GwetAc.of(codings, Weighting.IDENTITY, level),
                Pabak.of(codings, level).pabak());
    }
}
