package no.samtidig.access.web;

import io.nayuki.qrcodegen.QrCode;
import no.samtidig.access.OneTimeCodes;
import no.samtidig.platform.Page;
import no.samtidig.platform.code.Coded;

/**
 * Two-step sign-in: how it stands, and what one can do with it.
 *
 * @param state how it stands
 * @param sure whether one may set it up now, or must first make sure that it is oneself
 * @param trouble what went wrong with the last attempt
 */
public record TwoStepPage(OneTimeCodes.State state, boolean sure, Trouble trouble) implements Page {
    /** What went wrong; the text stands under {@code two-step.trouble.<name>}. */
    public enum Trouble implements Coded {
        NONE,
        WRONG_CODE,
        WRONG_PROOF,
        WAIT;

        public String key() {
            return "two-step.trouble." + code();
        }
    }

    /**
     * A QR code as one path of unit squares.
     *
     * @param size squares along a side
     * @param path the dark ones, for an SVG of that size
     */
    public record Qr(int size, String path) {}

    /** What the app's camera reads. */
    public static Qr qr(String address) {
        QrCode code = QrCode.encodeText(address, QrCode.Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return new Qr(code.size, path.toString());
    }

    @Override
    public int status() {
        return switch (trouble) {
            case NONE -> 200;
            case WRONG_CODE, WRONG_PROOF -> 422;
            case WAIT -> 429;
        };
    }
}
