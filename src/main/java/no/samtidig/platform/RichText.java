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
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/**
 * Running text written in Markdown and turned into HTML once, when it is read. Raw HTML and images are refused; only {@link WebLink}s become
 * links; everything else is escaped. What would take the library long, or deep into the stack, is refused before or after it has read it.
 * Prints itself in a template as safe HTML.
 *
 * @param html the finished HTML, only from the Markdown renderer
 * @param plain the same without markup, for print names, search and counting words
 */
public record RichText(String html, String plain) implements Content {
    private static final Parser PARSER = Parser.builder()
            .enabledBlockTypes(
                    Set.<Class<? extends Block>>of(Heading.class, ListBlock.class, BlockQuote.class, HtmlBlock.class))
            .build();
    /** Characters. Ten pages; the longest of ours has two. */
    private static final int LONGEST = 20_000;

    /** Lists, quotations and stress within each other. */
    private static final int DEEPEST = 30;

    /** The library looks for the end of each of these in all that follows. */
    private static final String SOUGHT = "<`";

    private static final int MOST_SOUGHT = 200;

    private static final HtmlRenderer HTML = HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .urlSanitizer(new DefaultUrlSanitizer(WebLink.SCHEMES))
            .build();
    private static final TextContentRenderer PLAIN = TextContentRenderer.builder()
            .lineBreakRendering(LineBreakRendering.STRIP)
            .build();

    /**
     * Reads Markdown.
     *
     * @throws Refused if it holds raw HTML or an image, or is too long or too deep
     */
    public static RichText of(String markdown) {
        if (markdown.length() > LONGEST
                || markdown.chars().filter(it -> SOUGHT.indexOf(it) >= 0).count() > MOST_SOUGHT) {
            throw new Refused(Refused.What.TOO_LONG, "the text is too long, or has more than 200 of '<' and '`'");
        }
        Node document = PARSER.parse(markdown);
        if (depth(document) > DEEPEST) {
            throw new Refused(Refused.What.TOO_DEEP, "lists or quotations lie in each other more than 30 deep");
        }
        document.accept(new Rules());
        String html = HTML.render(document).replace("§ ", "§\u00a0"); // a paragraph and its number stay on one line
        document.accept(new WithoutLinks());
        return new RichText(html, PLAIN.render(document));
    }

    /** The same, letter by letter where it is refused: for a text that is kept already and must be shown. */
    public static RichText orPlain(String markdown) {
        try {
            return of(markdown);
        } catch (Refused _) {
            return new RichText("<p>" + HtmlUtils.htmlEscape(markdown, "UTF-8") + "</p>", markdown);
        }
    }

    /** How deep it is, without going deep. */
    private static int depth(Node document) {
        int deepest = 0;
        int depth = 0;
        Node node = document;
        while (node != null) {
            if (node.getFirstChild() != null) {
                node = node.getFirstChild();
                deepest = Math.max(deepest, ++depth);
                continue;
            }
            while (node != null && node.getNext() == null) {
                node = node.getParent();
                depth--;
            }
            node = node == null ? null : node.getNext();
        }
        return deepest;
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
            IMAGE,
            TOO_LONG,
            TOO_DEEP
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

    private static void wordsOnly(Link link) {
        for (Node word = link.getFirstChild(); word != null; word = link.getFirstChild()) {
            link.insertBefore(word);
        }
        link.unlink();
    }

    /** Leaves the words of a link: its address is no text to read, count or find. */
    private static final class WithoutLinks extends AbstractVisitor {
        @Override
        public void visit(Link link) {
            wordsOnly(link);
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

        /** What leads anywhere else is only words. */
        @Override
        public void visit(Link link) {
            visitChildren(link);
            if (!WebLink.is(link.getDestination())) {
                wordsOnly(link);
            }
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
