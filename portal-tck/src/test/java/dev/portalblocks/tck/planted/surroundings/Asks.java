// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.planted.surroundings;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

@SuppressWarnings("all")
public final class Asks {
    Object instant() {
        return Instant.now();
    }

    Object localDate() {
        return LocalDate.now();
    }

    Object localDateTime() {
        return LocalDateTime.now(ZoneId.of("Europe/Berlin"));
    }

    Supplier<ZonedDateTime> reference() {
        return ZonedDateTime::now;
    }

    Supplier<Object> lambda() {
        return () -> Instant.now();
    }

    Object clock() {
        return Clock.systemDefaultZone();
    }

    Object clockUtc() {
        return Clock.systemUTC();
    }

    long millis() {
        return System.currentTimeMillis();
    }

    long nanos() {
        return System.nanoTime();
    }

    Object date() {
        return new Date();
    }

    Object uuid() {
        return UUID.randomUUID();
    }

    Object random() {
        return new Random();
    }

    Object secureRandom() {
        return new SecureRandom();
    }

    double math() {
        return Math.random();
    }

    Object threadLocalRandom() {
        return ThreadLocalRandom.current();
    }

    Object locale() {
        return Locale.getDefault();
    }

    Object zone() {
        return ZoneId.systemDefault();
    }

    Object charset() {
        return Charset.defaultCharset();
    }

    byte[] bytes(String text) {
        return text.getBytes();
    }

    String fromBytes(byte[] bytes) {
        return new String(bytes);
    }

    String fromSomeBytes(byte[] bytes) {
        return new String(bytes, 0, 1);
    }

    Reader reader(InputStream in) {
        return new InputStreamReader(in);
    }

    String lower(String text) {
        return text.toLowerCase();
    }

    String upper(String text) {
        return text.toUpperCase();
    }

    String format(String text) {
        return String.format(text, 1);
    }

    String formatted(String text) {
        return text.formatted(1);
    }

    Object pattern() {
        return DateTimeFormatter.ofPattern("EEE");
    }
}
