// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.planted.statics;

import java.text.SimpleDateFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

@SuppressWarnings("all")
public final class Fields {
    static int notFinal;
    static final byte[] ARRAY = {1};
    static final AtomicInteger ATOMIC = new AtomicInteger();
    static final ConcurrentHashMap<String, String> CONCURRENT = new ConcurrentHashMap<>();
    static final Map<String, String> MAP = new HashMap<>();
    static final List<String> LIST = new ArrayList<>();
    static final ThreadLocal<String> LOCAL = new ThreadLocal<>();
    static final SimpleDateFormat FORMAT = new SimpleDateFormat("y", Locale.ROOT);
    static final StringBuilder BUILDER = new StringBuilder();

    static final String GOOD_TEXT = "";
    static final Set<String> GOOD_SET = Set.of("a");
    static final TimeUnit GOOD_UNIT = TimeUnit.DAYS;

    String notStatic = "";

    int switched(TimeUnit unit) {
        assert unit != null;
        return switch (unit) {
            case DAYS -> 1;
            default -> 2;
        };
    }
}
