package no.samtidig.interoperability.web;

import no.samtidig.platform.web.LargeUpload;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/** Lets the page that brings a questionnaire in take a larger file than other pages do. */
@Configuration
class UploadConfiguration {
    /** More than is read: a file somewhat too large gets a sentence at its field, and only a huge one the page about large forms. */
    @Bean
    static LargeUpload fhirQuestionnaireUpload() {
        return new LargeUpload(ImportController.PATH, DataSize.ofMegabytes(8));
    }

    /** The page with the report sends back all that was read, as the draft gets it. */
    @Bean
    static LargeUpload fhirDraftUpload() {
        return new LargeUpload(ImportController.PATH + "/utkast", DataSize.ofMegabytes(3));
    }
}
