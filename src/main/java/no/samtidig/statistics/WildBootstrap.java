package no.samtidig.statistics;

import java.util.Arrays;
import java.util.List;

/**
 * A check of {@link TwoWay} with few units, not for a page: the null imposed (δ = {@code hypothesis}), all 2^G sign vectors on the units'
 * residuals, t with CR1 from the whole refit, p = the share with |t*| at least |t|. No seed: every vector is tried.
 *
 * <p>Source: Cameron, Gelbach & Miller 2008; Rademacher weights.
 *
 * @param draws 2^G
 * @param nAtLeast how many were at least as far out
 */
public record WildBootstrap(int nUnits, Figure draws, Figure t, Figure nAtLeast, Figure p) {
    /** With this many, every sign vector can still be tried. */
    static final int MOST_UNITS = 12;

    private static final double TIE = 1 - 1e-10;

    /** Of a panel, against the effect that is supposed. */
    public static WildBootstrap of(List<PanelRow> panel, double hypothesis) {
        TwoWayDesign design = TwoWayDesign.of(panel);
        int units = design.units;
        if (!design.identified()) {
            return undefined(units, Undefined.NOT_IDENTIFIED);
        }
        if (units > MOST_UNITS) {
            return undefined(units, Undefined.TOO_MANY_UNITS_TO_ENUMERATE);
        }
        double[] shifted = design.y.clone();
        for (int row = 0; row < design.rows; row++) {
            shifted[row] -= hypothesis * design.treated[row];
        }
        double[] residuals = design.without(shifted);
        double[] move = new double[units];
        double[] own = new double[units];
        double[][] score = new double[units][units];
        for (int g = 0; g < units; g++) {
            double[] only = new double[design.rows];
            System.arraycopy(residuals, design.start[g], only, design.start[g], design.start[g + 1] - design.start[g]);
            move[g] = Symmetric.dot(design.residual, only) / design.left;
            double[] spread = design.without(only);
            for (int h = 0; h < units; h++) {
                score[h][g] = Symmetric.dot(design.of(h, design.residual), design.of(h, spread));
            }
            double[] mine = design.of(g, design.residual);
            own[g] = Symmetric.dot(mine, mine);
        }
        double[] signs = new double[units];
        Arrays.fill(signs, 1);
        double t = t(signs, move, own, score, design.left);
        if (!Double.isFinite(t)) {
            return undefined(units, Undefined.ZERO_VARIANCE);
        }
        int draws = 1 << units;
        int atLeast = 0;
        for (int draw = 0; draw < draws; draw++) {
            for (int g = 0; g < units; g++) {
                signs[g] = (draw >> g & 1) == 0 ? 1 : -1;
            }
            if (Math.abs(t(signs, move, own, score, design.left)) >= Math.abs(t) * TIE) {
                atLeast++;
            }
        }
        return new WildBootstrap(
                units, Figure.of(draws), Figure.of(t), Figure.of(atLeast), Figure.of((double) atLeast / draws));
    }

    private static double t(double[] signs, double[] move, double[] own, double[][] score, double left) {
        int units = signs.length;
        double moved = Symmetric.dot(move, signs);
        double squares = 0;
        for (int h = 0; h < units; h++) {
            double mine = Symmetric.dot(score[h], signs) - own[h] * moved;
            squares += mine * mine;
        }
        return moved / Math.sqrt(units / (units - 1.0) * squares / (left * left));
    }

    private static WildBootstrap undefined(int units, Undefined why) {
        Figure no = Figure.undefined(why);
        return new WildBootstrap(units, no, no, no, no);
    }
}
