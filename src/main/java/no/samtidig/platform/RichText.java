package no.samtidig.platform;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;
import org.jspecify.annotations.Nullable;

/**
 * Running text written in Markdown and turned into HTML once, when it is read. Raw HTML and images are refused; link addresses are
 * cleaned; everything else is escaped. Prints itself in a template as safe HTML.
 *
 * @param html the finished HTML, only from the Markdown renderer
 * @param plain the same without markup, for print names, search and counting words
 */
public record RichText(String html, String plain) implements Content {
    private static final Parser PARSER = Parser.builder()
            .enabledBlockTypes(
                    Set.<Class<? extends Block>>of(Heading.class, ListBlock.class, BlockQuote.class, HtmlBlock.class))
            .build();
    private static final HtmlRenderer HTML =
            HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();
    private static final TextContentRenderer PLAIN = TextContentRenderer.builder()
            .lineBreakRendering(LineBreakRendering.STRIP)
            .build();

    /**
     * Reads Markdown.
     *
     * @throws Refused if it holds raw HTML or an image
     */
    public static RichText of(String markdown) {
        Node document = PARSER.parse(markdown);
        document.accept(new Rules());
        String html = HTML.render(document).replace("§ ", "§\u00a0"); // a paragraph and its number stay on one line
        document.accept(new WithoutLinks());
        return new RichText(html, PLAIN.render(document));
    }

    /** A text holds what may not be shown. The message says so in plain English. */
    public static final class Refused extends IllegalArgumentException {
        private final What what;

        Refused(What what, String message) {
            super(message);
            this.what = what;
        }

        /** What may not be shown. */
        public enum What {
            HTML,
            IMAGE
        }

        public What what() {
            return what;
        }
    }

    /** How many words a reader meets. */
    public int words() {
        return plain.isBlank() ? 0 : plain.strip().split("\\s+").length;
    }

    /** One short text without the surrounding paragraph, for labels and list items. */
    public Content inline() {
        String trimmed = html.strip();
        boolean onlyParagraph = trimmed.startsWith("<p>") && trimmed.endsWith("</p>") && trimmed.indexOf("<p>", 1) < 0;
        String inner = onlyParagraph ? trimmed.substring(3, trimmed.length() - 4) : trimmed;
        return output -> output.writeContent(inner);
    }

    @Override
    public void writeTo(TemplateOutput output) {
        output.writeContent(html);
    }

    /** Leaves the words of a link: its address is no text to read, count or find. */
    private static final class WithoutLinks extends AbstractVisitor {
        @Override
        public void visit(Link link) {
            for (Node word = link.getFirstChild(); word != null; word = link.getFirstChild()) {
                link.insertBefore(word);
            }
            link.unlink();
        }

        @Override
        protected void visitChildren(@Nullable Node parent) {
            if (parent != null) {
                super.visitChildren(parent);
            }
        }
    }

    private static final class Rules extends AbstractVisitor {

        /** Writers start at ###, since # is the page and ## the step; on the page a step's title is the h1, so what follows is h2. */
        @Override
        public void visit(Heading heading) {
            heading.setLevel(Math.max(2, heading.getLevel() - 1));
            visitChildren(heading);
        }

        @Override
        public void visit(HtmlBlock block) {
            throw new Refused(Refused.What.HTML, "raw HTML is not allowed; use Markdown: " + block.getLiteral());
        }

        @Override
        public void visit(HtmlInline inline) {
            throw new Refused(Refused.What.HTML, "raw HTML is not allowed; use Markdown: " + inline.getLiteral());
        }

        @Override
        public void visit(Image image) {
            throw new Refused(Refused.What.IMAGE, "an image is not allowed in running text; use a figure");
        }

        @Override
        protected void visitChildren(@Nullable Node parent) {
            if (parent != null) {
                super.visitChildren(parent);
            }
        }
    }
}
