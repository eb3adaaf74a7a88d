package no.samtidig.interoperability;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import no.samtidig.interoperability.ImportReport.Kind;
import no.samtidig.platform.code.Slug;

/** Codes of ours for FHIR's free names, each given once: those of a questionnaire's items, of a question's answers or of a grid's rows. */
final class FhirCodes {
    /** Characters of a name that a code is made of; no code is nearly as long. */
    private static final int FOLDED = 300;

    private final Set<String> given = new HashSet<>();
    private final Map<String, Integer> next = new HashMap<>();

    /** The item's code: its link, if it can be one. */
    String of(FhirItem item) {
        return of(item.link(), "felt", item.line());
    }

    /**
     * The name itself if it can be a code, or else the nearest one, which is told.
     *
     * @param otherwise if nothing of the name can stand in a code
     */
    String of(String name, String otherwise, ReportLine line) {
        String code = near(name, otherwise);
        if (!code.equals(name)) {
            line.note(Kind.CODE, code);
        }
        return code;
    }

    /** The nearest code that is free, without a word about it. */
    String near(String name, String otherwise) {
        return free(folded(name, Slug.LONGEST_CODE, otherwise));
    }

    private String free(String wanted) {
        String code = wanted;
        while (!given.add(code)) {
            String end = "-" + next.merge(wanted, 2, (before, _) -> before + 1);
            code = wanted.substring(0, Math.min(wanted.length(), Slug.LONGEST_CODE - end.length())) + end;
        }
        return code;
    }

    /** The nearest name of a–z, 0–9 and hyphen. */
    static String folded(String whole, int longest, String otherwise) {
        String name = whole.length() <= FOLDED ? whole : whole.substring(0, FOLDED);
        if (Slug.is(name, longest)) {
            return name;
        }
        String folded = Normalizer.normalize(
                        name.replaceAll("(?<=[a-zæøå0-9])(?=[A-ZÆØÅ])", "-")
                                .toLowerCase(Locale.ROOT)
                                .replace("æ", "ae")
                                .replace("ø", "o")
                                .replace("å", "a"),
                        Normalizer.Form.NFD)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-", "");
        String cut = folded.substring(0, Math.min(folded.length(), longest)).replaceAll("-$", "");
        return cut.isEmpty() ? otherwise : cut;
    }
}
