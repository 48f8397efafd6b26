// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The calls that read the machine's clock, its randomness, its defaults or its threads instead of what Portal has. */
final class Surroundings {
    private static final String NEW = JavaConstructor.CONSTRUCTOR_NAME;

    /** Forbidden with any parameters. */
    private static final Map<String, Set<String>> ALWAYS = Map.ofEntries(
            Map.entry("java.lang.System", Set.of("currentTimeMillis", "nanoTime")),
            Map.entry("java.lang.Math", Set.of("random")),
            Map.entry("java.lang.StrictMath", Set.of("random")),
            Map.entry("java.lang.String", Set.of("formatted")),
            Map.entry("java.util.UUID", Set.of("randomUUID")),
            Map.entry("java.util.Locale", Set.of("getDefault")),
            Map.entry("java.util.TimeZone", Set.of("getDefault")),
            Map.entry("java.util.Calendar", Set.of("getInstance")),
            Map.entry("java.util.GregorianCalendar", Set.of(NEW)),
            Map.entry("java.util.concurrent.ThreadLocalRandom", Set.of("current")),
            Map.entry("java.util.random.RandomGenerator", Set.of("getDefault", "of")),
            Map.entry("java.security.SecureRandom", Set.of(NEW, "getInstance", "getInstanceStrong", "getSeed")),
            Map.entry(
                    "java.time.Clock",
                    Set.of("system", "systemUTC", "systemDefaultZone", "tickMillis", "tickSeconds", "tickMinutes")),
            Map.entry("java.time.InstantSource", Set.of("system")),
            Map.entry("java.time.ZoneId", Set.of("systemDefault")),
            Map.entry("java.nio.charset.Charset", Set.of("defaultCharset")));

    /** Forbidden with no parameters, where a sibling takes what is needed. */
    private static final Map<String, Set<String>> BARE = Map.ofEntries(
            Map.entry("java.lang.String", Set.of("getBytes", "toLowerCase", "toUpperCase")),
            Map.entry("java.io.ByteArrayOutputStream", Set.of("toString")),
            Map.entry("java.util.Random", Set.of(NEW)),
            Map.entry("java.util.SplittableRandom", Set.of(NEW)),
            Map.entry("java.util.Date", Set.of(NEW)),
            Map.entry("java.util.Formatter", Set.of(NEW)),
            Map.entry("java.text.Collator", Set.of("getInstance")),
            Map.entry(
                    "java.text.BreakIterator",
                    Set.of("getWordInstance", "getSentenceInstance", "getLineInstance", "getCharacterInstance")),
            Map.entry(
                    "java.text.NumberFormat",
                    Set.of(
                            "getInstance",
                            "getNumberInstance",
                            "getIntegerInstance",
                            "getPercentInstance",
                            "getCurrencyInstance",
                            "getCompactNumberInstance")),
            Map.entry("java.time.format.DateTimeFormatterBuilder", Set.of("toFormatter")));

    /** Forbidden unless one of the parameters is a locale. */
    private static final Map<String, Set<String>> WITHOUT_LOCALE = Map.of(
            "java.lang.String", Set.of("format"),
            "java.text.DecimalFormat", Set.of(NEW),
            "java.text.MessageFormat", Set.of(NEW, "format"),
            "java.text.SimpleDateFormat", Set.of(NEW),
            "java.time.format.DateTimeFormatter", Set.of("ofPattern"),
            "java.util.ResourceBundle", Set.of("getBundle"));

    /** Constructors forbidden unless one of the parameters names a charset. */
    private static final Set<String> WITHOUT_CHARSET = Set.of(
            "java.io.InputStreamReader",
            "java.io.OutputStreamWriter",
            "java.io.FileReader",
            "java.io.FileWriter",
            "java.io.PrintStream");

    private static final Map<String, Set<String>> THREADS = Map.of(
            "java.lang.Thread", Set.of(NEW, "ofVirtual", "ofPlatform", "startVirtualThread"),
            "java.util.Timer", Set.of(NEW),
            "java.util.Collection", Set.of("parallelStream"),
            "java.util.concurrent.ForkJoinPool", Set.of(NEW, "commonPool"));

    private Surroundings() {}

    /** Tells whether the call reads the machine's time, randomness, locale, zone or charset. */
    static boolean areAskedBy(AccessTarget target) {
        if (!(target instanceof CodeUnitAccessTarget called)) {
            return false;
        }
        var parameters = called.getRawParameterTypes();
        return named(ALWAYS, called)
                || (parameters.isEmpty() && named(BARE, called))
                || (named(WITHOUT_LOCALE, called) && lacks(parameters, "java.util.Locale"))
                || isNowWithoutClock(called)
                || isDefaultCharset(called);
    }

    /** Tells whether the call starts a thread or takes a pool that is not Portal's. */
    static boolean runOn(AccessTarget target) {
        if (!(target instanceof CodeUnitAccessTarget called)) {
            return false;
        }
        var owner = called.getOwner().getFullName();
        return named(THREADS, called)
                || called.getName().equals("parallelStream")
                || (owner.equals("java.util.concurrent.Executors")
                        && called.getName().startsWith("new"))
                || (owner.equals("java.util.concurrent.CompletableFuture")
                        && called.getName().endsWith("Async")
                        && lacks(called.getRawParameterTypes(), "java.util.concurrent.Executor"));
    }

    private static boolean isNowWithoutClock(CodeUnitAccessTarget called) {
        return called.getName().equals("now")
                && called.getOwner().getPackageName().startsWith("java.time")
                && lacks(called.getRawParameterTypes(), "java.time.Clock");
    }

    private static boolean isDefaultCharset(CodeUnitAccessTarget called) {
        if (!called.getName().equals(NEW)) {
            return false;
        }
        var owner = called.getOwner().getFullName();
        var parameters = called.getRawParameterTypes();
        if (owner.equals("java.lang.String")) {
            var bytes = !parameters.isEmpty() && parameters.get(0).isEquivalentTo(byte[].class);
            // a charset comes last, as itself or by name; the forms without one have no or only int parameters more
            return bytes && parameters.stream().skip(1).allMatch(JavaClass::isPrimitive);
        }
        if (WITHOUT_CHARSET.contains(owner)) {
            return lacks(parameters, "java.nio.charset.Charset")
                    && lacks(parameters, "java.nio.charset.CharsetEncoder")
                    && lacks(parameters, "java.nio.charset.CharsetDecoder");
        }
        return false;
    }

    private static boolean named(Map<String, Set<String>> table, CodeUnitAccessTarget called) {
        return table.getOrDefault(called.getOwner().getFullName(), Set.of()).contains(called.getName());
    }

    private static boolean lacks(List<JavaClass> parameters, String type) {
        return parameters.stream()
                .noneMatch(parameter -> parameter.getFullName().equals(type));
    }
}
