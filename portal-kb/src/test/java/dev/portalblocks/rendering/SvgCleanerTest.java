// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import nu.validator.htmlparser.common.XmlViolationPolicy;
import nu.validator.htmlparser.sax.HtmlParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

class SvgCleanerTest {
    private static final long SEED = Long.getLong("portal.seed", 20261123L);
    private static final String NS = "xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'";

    static List<String> hostile() {
        return List.of(
                "<script>alert(1)</script>",
                "<script xlink:href='https://e.org/x.js'/>",
                "<x:script xmlns:x='http://www.w3.org/1999/xhtml'>alert(1)</x:script>",
                "<g onload='alert(1)' onclick='x' ONMOUSEOVER='x'/>",
                "<a xlink:href='javascript:alert(1)'><text>a</text></a>",
                "<a href='https://e.org'><rect/></a>",
                "<image xlink:href='https://e.org/x.png'/>",
                "<image href='data:image/svg+xml;base64,PHN2Zz4='/>",
                "<foreignObject><iframe xmlns='http://www.w3.org/1999/xhtml' src='javascript:alert(1)'/></foreignObject>",
                "<foreignObject><body xmlns='http://www.w3.org/1999/xhtml' onload='alert(1)'/></foreignObject>",
                "<animate attributeName='href' values='javascript:alert(1)'/>",
                "<set attributeName='onload' to='alert(1)'/>",
                "<animateTransform onbegin='alert(1)'/>",
                "<handler type='text/javascript'>alert(1)</handler>",
                "<use href='https://e.org/x.svg#a'/>",
                "<use xlink:href='data:image/svg+xml,x#x'/>",
                "<use href='#a' xlink:href='https://e.org#x'/>",
                "<feImage xlink:href='https://e.org/x'/>",
                "<rect fill='url(https://e.org/x#y)'/>",
                "<rect fill='url( \"https://e.org/x\")' filter='URL(//e.org)'/>",
                "<rect style='fill:url(https://e.org)'/>",
                "<rect style='fill:\\75rl(https://e.org)'/>",
                "<rect style='background:image-set(\"https://e.org\")'/>",
                "<style>@import 'https://e.org';</style>",
                "<style>rect{fill:url(//e.org)}</style>",
                "<style><![CDATA[</style><script>alert(1)</script>]]></style>",
                "<style>&lt;/style>&lt;img src=x onerror=alert(1)></style>",
                "<title><![CDATA[</title><script>alert(1)</script>]]></title>",
                "<desc>&lt;script>alert(1)&lt;/script></desc>",
                "<text><![CDATA[<script>alert(1)</script>]]></text>",
                "<iframe src='javascript:alert(1)'/>",
                "<svg><script>alert(1)</script></svg>",
                "<math xmlns='http://www.w3.org/1998/Math/MathML'><mi/></math>",
                "<?xml-stylesheet href='javascript:alert(1)'?>",
                "<!-- <script>alert(1)</script> -->",
                "<rect xml:base='javascript:alert(1)' xml:lang='de'/>",
                "<rect id='a\" onclick=\"alert(1)'/>",
                "<metadata><rdf:RDF xmlns:rdf='x'/></metadata>",
                "<video xmlns='http://www.w3.org/1999/xhtml' onerror='x'><source/></video>");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void whatRunsLoadsOrEmbedsGoesAndThePictureStays(String inside) {
        String clean = SvgCleaner.clean("<svg " + NS + " onload='alert(1)'>" + inside + "<path d='M0 0'/></svg>")
                .orElseThrow();

        isClean(clean);
        assertThat(clean).endsWith("<path d=\"M0 0\"></path></svg>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "<svg>",
                "<svg/>",
                "<html xmlns='http://www.w3.org/1999/xhtml'/>",
                "<x xmlns='http://www.w3.org/2000/svg'/>",
                "<style xmlns='http://www.w3.org/2000/svg'/>",
                "<!DOCTYPE svg [<!ENTITY x 'a'>]><svg xmlns='http://www.w3.org/2000/svg'>&x;</svg>",
                "<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><svg xmlns='http://www.w3.org/2000/svg'>&x;</svg>",
                "<!DOCTYPE svg [<!E\u0000]><svg xmlns='http://www.w3.org/2000/svg'/>",
                "<svg xmlns='http://www.w3.org/2000/svg'><g></svg>",
                "<svg xmlns='http://www.w3.org/2000/svg'><g a='1' a='2'/></svg>",
                "<svg xmlns='http://www.w3.org/2000/svg'>\u0001</svg>",
                "<svg xmlns='http://www.w3.org/2000/svg'/><svg/>"
            })
    void whatIsNoPictureIsNone(String text) {
        assertThat(SvgCleaner.clean(text)).isEmpty();
    }

    @Test
    void aDrawingStaysWhatItIs() {
        assertThat(SvgCleaner.clean("""
                        <?xml version="1.0" encoding="UTF-8"?>
                        <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
                        <s:svg xmlns:s="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">
                        <s:style>.a{fill:url(#v)}</s:style><s:title>Zähler &amp; Uhr</s:title>
                        <s:defs><s:linearGradient id="v"><s:stop offset="0" stop-color="#fff"/></s:linearGradient></s:defs>
                        <s:rect class="a" width="9" height="9" style="stroke:#000"/><s:use xlink:href="#v"/></s:svg>
                        """)).hasValue("""
                        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">
                        <style>.a{fill:url(#v)}</style><title>Zähler &amp; Uhr</title>
                        <defs><linearGradient id="v"><stop offset="0" stop-color="#fff"></stop></linearGradient></defs>
                        <rect class="a" width="9" height="9" style="stroke:#000"></rect><use href="#v"></use></svg>""");
    }

    @Test
    void noPictureGrowsByUsingItself() {
        String bomb = "<svg " + NS + " id='root'><g id='a'><rect/><use href='#root'/></g>"
                + "<g id='b'><use href='#a'/><use href='#a'/></g><g id='c'><use href='#b'/><use href='#b'/></g>"
                + "<use href='#c'/></svg>";

        assertThat(SvgCleaner.clean(bomb).orElseThrow())
                .containsOnlyOnce("<use")
                .doesNotContain("root");
    }

    @Test
    void whatIsTooLongOrTooDeepIsNoneInLittleTime() {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertThat(SvgCleaner.clean("<svg " + NS + ">" + " ".repeat(SvgCleaner.MAX_LENGTH) + "</svg>"))
                    .isEmpty();
            assertThat(SvgCleaner.clean("<svg " + NS + ">" + "<g>".repeat(100_000) + "</g>".repeat(100_000) + "</svg>"))
                    .isEmpty();
            assertThat(SvgCleaner.clean(
                            "<svg " + NS + "><x>" + "<g>".repeat(100_000) + "</g>".repeat(100_000) + "</x></svg>"))
                    .isPresent();
            assertThat(SvgCleaner.clean("<!DOCTYPE svg [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;'>]><svg "
                            + NS + " id='&b;'/>"))
                    .isEmpty();
        });
    }

    @Test
    void whatBecomesOfThemAtRandomIsCleanOrNone() {
        Random random = new Random(SEED);
        int pictures = 0;
        int none = 0;
        for (long end = System.nanoTime() + 2_000_000_000L; System.nanoTime() < end || pictures < 500; pictures++) {
            String inside = Mutations.mutated(hostile(), random);
            var clean = SvgCleaner.clean("<svg " + NS + ">" + inside + "</svg>");
            clean.ifPresent(SvgCleanerTest::isClean);
            none += clean.isEmpty() ? 1 : 0;
        }
        System.out.printf("Hostile pictures: %d, none of them %d, seed %d%n", pictures, none, SEED);
        assertThat(pictures - none).isGreaterThan(50);
    }

    private static void isClean(String svg) {
        assertThat(SvgCleaner.clean(svg)).hasValue(svg);
        HtmlParser parser = new HtmlParser(XmlViolationPolicy.ALLOW);
        parser.setContentHandler(new DefaultHandler() {
            @Override
            public void startElement(String uri, String name, String written, Attributes attributes) {
                if (List.of("html", "head", "body").contains(name)) {
                    return;
                }
                assertThat(uri).as(svg).isEqualTo("http://www.w3.org/2000/svg");
                assertThat(SvgList.ELEMENTS).as(svg).contains(name);
                assertThat(name.toLowerCase(Locale.ROOT))
                        .as(svg)
                        .isNotIn(
                                "script",
                                "a",
                                "image",
                                "foreignobject",
                                "animate",
                                "set",
                                "animatetransform",
                                "handler",
                                "iframe",
                                "feimage",
                                "video",
                                "metadata");
                for (int i = 0; i < attributes.getLength(); i++) {
                    String of = attributes.getLocalName(i).toLowerCase(Locale.ROOT);
                    assertThat(of).as(svg).doesNotStartWith("on");
                    String value = attributes.getValue(i).toLowerCase(Locale.ROOT);
                    assertThat(value).as(svg).doesNotContainPattern("url\\s*\\(\\s*[\"']?[^#\"'\\s]");
                    assertThat(!of.equals("href") || value.startsWith("#"))
                            .as(svg)
                            .isTrue();
                    assertThat(SvgList.has(name, attributes.getLocalName(i), attributes.getValue(i))
                                    || of.equals("xmlns"))
                            .as(svg)
                            .isTrue();
                }
            }
        });
        try {
            parser.parse(new InputSource(
                    new StringReader("<!DOCTYPE html><html><head></head><body>" + svg + "</body></html>")));
        } catch (SAXException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
