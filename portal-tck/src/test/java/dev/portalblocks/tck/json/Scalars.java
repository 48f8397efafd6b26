// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.json;

import dev.portalblocks.tck.Awkward;
import dev.portalblocks.tck.Seed;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes the values that records are made of, the usual and the awkward. */
final class Scalars {
    private static final List<String> LANGUAGES =
            List.of("de", "de-CH", "en", "en-GB", "fr", "sr-Latn-RS", "zh-Hant-TW", "de-DE-u-co-phonebk");
    private static final List<String> AUDIENCES = List.of("public", "signed-in", "role:agent", "role:Ä 日本");
    private static final List<String> REFERENCES = List.of("article", "faq-entry", "a:b", ":", "");
    private static final List<Long> LONGS =
            List.of(0L, 1L, -1L, 1L << 31, (1L << 53) + 1, Long.MAX_VALUE, Long.MIN_VALUE);
    private static final List<Double> DOUBLES =
            List.of(0.0, -0.0, 1.0, 0.1, 1e21, Double.MIN_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE);
    private static final List<Instant> INSTANTS = Awkward.instants();
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");
    /** The two generations write a country's language differently; a record that holds one has to be found. */
    private static final List<Locale> LOCALES = List.of(Locale.GERMAN, Locale.forLanguageTag("de-CH"));

    private final SplittableRandom random;
    private final Map<Class<?>, Supplier<Object>> makers;

    Scalars(SplittableRandom random) {
        this.random = random;
        this.makers = Map.ofEntries(
                Map.entry(boolean.class, () -> random.nextInt(2) == 0),
                Map.entry(int.class, this::integer),
                Map.entry(long.class, this::longer),
                Map.entry(double.class, this::real),
                Map.entry(Boolean.class, () -> random.nextInt(2) == 0),
                Map.entry(Integer.class, this::integer),
                Map.entry(Long.class, this::longer),
                Map.entry(Double.class, this::real),
                Map.entry(String.class, this::text),
                Map.entry(UUID.class, () -> Seed.uuid(random)),
                Map.entry(Instant.class, this::instant),
                Map.entry(LocalDate.class, () -> LocalDate.ofInstant(instant(), ZoneOffset.UTC)),
                Map.entry(LocalDateTime.class, () -> LocalDateTime.ofInstant(instant(), ZoneOffset.UTC)),
                Map.entry(Locale.class, () -> one(LOCALES)));
    }

    Optional<Object> find(Class<?> type) {
        return Optional.ofNullable(makers.get(type)).map(Supplier::get);
    }

    private int integer() {
        return random.nextInt(3) == 0 ? one(List.of(0, -1, Integer.MAX_VALUE, Integer.MIN_VALUE)) : random.nextInt(200);
    }

    private long longer() {
        return random.nextInt(3) == 0 ? one(LONGS) : random.nextLong();
    }

    private double real() {
        return random.nextInt(3) == 0 ? one(DOUBLES) : random.nextDouble();
    }

    private Instant instant() {
        if (random.nextInt(3) == 0) {
            return one(INSTANTS);
        }
        long second = random.nextLong(FIRST.getEpochSecond(), LAST.getEpochSecond());
        return Instant.ofEpochSecond(second).plus(random.nextInt(1_000_000), ChronoUnit.MICROS);
    }

    private String text() {
        return switch (random.nextInt(7)) {
            case 0 -> one(LANGUAGES);
            case 1 -> one(AUDIENCES);
            case 2 -> one(REFERENCES);
            case 3, 4 -> one(Awkward.texts());
            case 5 -> unicode(random.nextInt(300));
            default -> unicode(random.nextInt(20));
        };
    }

    /** Any characters but lone surrogates, which are none: JSON is UTF-8. */
    private String unicode(int length) {
        return IntStream.generate(() -> random.nextInt(Character.MAX_CODE_POINT + 1))
                .map(point -> random.nextInt(2) == 0 ? point % 0x180 : point)
                .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                .limit(length)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
