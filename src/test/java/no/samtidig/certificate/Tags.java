package no.samtidig.certificate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;

/** What a screen reader is given of a tagged PDF, in its order: the text of each tag, and {@code Figure} with its text for a picture. */
final class Tags {
    private final Map<Integer, String> texts = new HashMap<>();
    private final List<String> read = new ArrayList<>();

    private Tags() {}

    static List<String> read(PDDocument document) throws IOException {
        Tags tags = new Tags();
        PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
        extractor.processPage(document.getPage(0));
        extractor.getMarkedContents().forEach(tags::collect);
        tags.walk(document.getDocumentCatalog().getStructureTreeRoot());
        return tags.read;
    }

    private void collect(PDMarkedContent content) {
        StringBuilder text = new StringBuilder();
        for (Object it : content.getContents()) {
            switch (it) {
                case TextPosition letter -> text.append(letter.getUnicode());
                case PDMarkedContent inner -> collect(inner);
                default -> {}
            }
        }
        if (content.getMCID() >= 0) {
            texts.merge(content.getMCID(), text.toString(), String::concat);
        }
    }

    private void walk(PDStructureNode node) {
        if (node instanceof PDStructureElement element && "Figure".equals(element.getStructureType())) {
            read.add("Figure " + element.getAlternateDescription());
        }
        for (Object it : node.getKids()) {
            switch (it) {
                case PDStructureNode inner -> walk(inner);
                case PDMarkedContentReference reference -> add(reference.getMCID());
                case Integer number -> add(number);
                default -> {}
            }
        }
    }

    private void add(int number) {
        String text = texts.getOrDefault(number, "").strip();
        if (!text.isEmpty()) {
            read.add(text);
        }
    }
}
