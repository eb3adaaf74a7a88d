package no.samtidig.administration.web.places;

import no.samtidig.platform.web.LargeUpload;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/** Lets the page that takes places in take a larger file than other pages do. */
@Configuration
class ImportConfiguration {
    /** More than is read: a file somewhat too large gets a sentence at its field. */
    @Bean
    static LargeUpload placesUpload() {
        return new LargeUpload("/forvaltning/steder/importer", DataSize.ofMegabytes(8));
    }
}
