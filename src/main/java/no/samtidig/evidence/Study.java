package no.samtidig.evidence;

import java.util.Optional;
import no.samtidig.platform.LocalizedText;

/**
 * A study or report, with what was seen of it.
 *
 * @param id first author and year; never changes
 * @param shortReference first author and year; from the id where the authors were not seen
 * @param authors as printed, where they were checked; empty where the names were not seen
 * @param year of publication; empty where not seen
 * @param title of the work; in brackets where it is our own description
 * @param source journal or publisher
 * @param address DOI address where there is one, else the publisher's page
 * @param design such as RCT or meta-analysis, in Norwegian
 * @param country where it was done
 * @param participants how many of what, such as "52 personer"; empty where not seen
 * @param finding what was found, and for whom
 * @param excluded whom it left out
 * @param fullyChecked whether bibliography, design and direction were all seen in a source
 */
public record Study(
        String id,
        String shortReference,
        Optional<String> authors,
        Optional<String> year,
        String title,
        Optional<String> source,
        Optional<String> address,
        Optional<String> design,
        Optional<String> country,
        Optional<String> participants,
        LocalizedText finding,
        Optional<LocalizedText> excluded,
        boolean fullyChecked) {}
