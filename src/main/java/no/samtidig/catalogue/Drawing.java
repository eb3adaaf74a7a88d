package no.samtidig.catalogue;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * An SVG drawing that may stand inside our pages: shapes, words and classes only. Colours come from the style sheet, so a drawing
 * follows the reader's colour scheme.
 *
 * @param svg the checked source
 */
public record Drawing(String svg) implements Content {
    private static final Set<String> ELEMENTS = Set.of(
            "svg",
            "g",
            "path",
            "circle",
            "ellipse",
            "line",
            "polyline",
            "polygon",
            "rect",
            "text",
            "tspan",
            "title",
            "desc");
    private static final Set<String> ATTRIBUTES = Set.of(
            "viewBox",
            "xmlns",
            "class",
            "id",
            "role",
            "aria-hidden",
            "aria-label",
            "aria-labelledby",
            "d",
            "cx",
            "cy",
            "r",
            "rx",
            "ry",
            "x",
            "y",
            "x1",
            "y1",
            "x2",
            "y2",
            "dx",
            "dy",
            "width",
            "height",
            "points",
            "transform",
            "text-anchor",
            "dominant-baseline",
            "stroke-width",
            "stroke-dasharray",
            "stroke-linecap",
            "stroke-linejoin",
            "fill-rule",
            "opacity",
            "fill-opacity",
            "stroke-opacity",
            "font-size",
            "font-weight",
            "font-style",
            "focusable",
            "lang",
            "xml:lang",
            "preserveAspectRatio",
            "letter-spacing");

    /**
     * Reads a drawing.
     *
     * @throws IllegalArgumentException naming the element or attribute that may not stand there
     */
    static Drawing of(String source) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            check(factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(source.getBytes(StandardCharsets.UTF_8)))
                    .getDocumentElement());
        } catch (ParserConfigurationException | IOException failure) {
            throw new IllegalStateException(failure);
        } catch (SAXException failure) {
            throw new IllegalArgumentException("the drawing is not valid XML: " + failure.getMessage(), failure);
        }
        return new Drawing(
                source.replaceFirst("(?s)^\\s*<\\?xml.*?\\?>\\s*", "").strip());
    }

    private static void check(Element element) {
        if (!ELEMENTS.contains(element.getTagName())) {
            throw new IllegalArgumentException("a drawing may not hold <" + element.getTagName() + ">");
        }
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            String name = element.getAttributes().item(i).getNodeName();
            if (!ATTRIBUTES.contains(name)) {
                throw new IllegalArgumentException(
                        "a drawing may not hold the attribute " + name + " (on <" + element.getTagName() + ">)");
            }
        }
        NodeList children = element.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            Node child = children.item(i);
            if (child instanceof Element inner) {
                check(inner);
            }
        }
    }

    @Override
    public void writeTo(TemplateOutput output) {
        output.writeContent(svg);
    }
}
