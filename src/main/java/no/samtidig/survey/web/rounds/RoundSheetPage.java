package no.samtidig.survey.web.rounds;

import io.nayuki.qrcodegen.QrCode;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import no.samtidig.platform.Page;
import no.samtidig.platform.PublicAddress;
import no.samtidig.survey.PaperTickets;
import no.samtidig.survey.Round;

/**
 * A sheet to print and cut: what is left of it to hand out.
 *
 * @param shown where the code can be typed, without the scheme
 */
public record RoundSheetPage(Round round, PaperTickets.Sheet sheet, List<PaperTickets.Slip> slips, String shown)
        implements Page {
    public RoundSheetPage {
        slips = List.copyOf(slips);
    }

    static String shown(PublicAddress address) {
        return address.of("/svar").replaceFirst("^https?://", "");
    }

    /**
     * A QR code as one path of unit squares.
     *
     * @param size squares along a side
     * @param path the dark ones, for an SVG of that size
     */
    public record Qr(int size, String path) {}

    /** What a phone's camera reads. */
    public static Qr qr(String link) {
        QrCode code = QrCode.encodeText(link, QrCode.Ecc.MEDIUM);
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

    /** The last day, in the language of the slips. */
    public String until() {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(sheet.language().locale())
                .format(round.closes());
    }

    public String path() {
        return OneRound.path(round.id());
    }
}
