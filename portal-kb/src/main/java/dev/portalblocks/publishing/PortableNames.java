// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.publishing;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Gives files names that every file system takes, each once: no two names differ in case or in the way of writing an accent alone, no
 * file has the name of a folder, and a folder is spelled in one way. For one folder, and not thread-safe.
 */
public final class PortableNames {
    private static final int MAX_BYTES = 180;
    private static final int MAX_ENDING = 10;
    private static final Pattern NOT_PORTABLE =
            Pattern.compile("[<>:\"/\\\\|?*\\p{Cc}\\p{Cf}\\p{Cs}\\p{Cn}\\p{Co}\\p{Zl}\\p{Zp}]");
    private static final Pattern ENDS = Pattern.compile("[. ]+$|^ +");
    /** What Windows keeps for devices, with and without an ending. */
    private static final Pattern RESERVED = Pattern.compile("(?i)(con|prn|aux|nul|(com|lpt)[0-9¹²³])(\\..*)?");

    private final Set<String> files = new HashSet<>();
    private final Map<String, String> folders = new HashMap<>();

    /** Returns a name of one file or folder that is as much like this as can be; what it returns it leaves as it is. */
    public static String portable(String name) {
        String plain = Normalizer.normalize(NOT_PORTABLE.matcher(name).replaceAll("-"), Normalizer.Form.NFC);
        String ended = ENDS.matcher(plain).replaceAll("");
        boolean isOurs = !ended.isEmpty()
                && !ended.startsWith(".")
                && !RESERVED.matcher(ended).matches();
        return ENDS.matcher(cut(isOurs ? ended : "_" + ended)).replaceAll("");
    }

    /** Returns whether each name of the path is portable as it is. */
    public static boolean isPortable(String path) {
        return Arrays.stream(path.split("/", -1))
                .allMatch(name -> portable(name).equals(name));
    }

    /** Returns the path with each of its names portable, and short endings kept. */
    public static String portablePath(String path) {
        return Arrays.stream(path.split("/", -1)).map(PortableNames::portable).collect(Collectors.joining("/"));
    }

    /** Takes a portable path, or one like it, counted on where it is taken; returns what was taken. */
    public String claim(String path) {
        String folder = folder(path);
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        String ending = dot > 0 ? name.substring(dot) : "";
        for (int number = 1; ; number++) {
            String claimed = folder + (number == 1 ? name : stem + "-" + number + ending);
            if (isFree(claimed)) {
                files.add(folded(claimed));
                return claimed;
            }
        }
    }

    /** Takes just this portable path; false where it is taken, or its folders are spelled in another way. */
    public boolean take(String path) {
        List<String> above = above(path);
        boolean spelled = above.stream()
                .allMatch(at -> folders.getOrDefault(folded(at), at).equals(at));
        if (!spelled || above.stream().anyMatch(at -> files.contains(folded(at))) || !isFree(path)) {
            return false;
        }
        files.add(folded(path));
        above.forEach(at -> folders.put(folded(at), at));
        return true;
    }

    private boolean isFree(String path) {
        return !files.contains(folded(path)) && !folders.containsKey(folded(path));
    }

    /** Returns the folder of a path as it is spelled here, with a slash behind it; a name that a file has is counted on. */
    private String folder(String path) {
        StringBuilder spelled = new StringBuilder();
        String[] names = path.split("/", -1);
        for (int i = 0; i < names.length - 1; i++) {
            String wanted = spelled + names[i];
            String folder = wanted;
            for (int number = 2; files.contains(folded(folder)); number++) {
                folder = wanted + "-" + number;
            }
            String known = folders.putIfAbsent(folded(folder), folder);
            spelled.setLength(0);
            spelled.append(known == null ? folder : known).append('/');
        }
        return spelled.toString();
    }

    private static List<String> above(String path) {
        List<String> above = new ArrayList<>();
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            above.add(path.substring(0, slash));
        }
        return above;
    }

    /** File systems count bytes; a short ending stays. */
    private static String cut(String name) {
        if (bytes(name) <= MAX_BYTES) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot <= MAX_ENDING ? name.substring(dot) : "";
        int end = 0;
        int left = MAX_BYTES - bytes(ending);
        while (left >= bytes(Character.toString(name.codePointAt(end)))) {
            String next = Character.toString(name.codePointAt(end));
            left -= bytes(next);
            end += next.length();
        }
        return name.substring(0, end) + ending;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String folded(String path) {
        String upper = Normalizer.normalize(path, Normalizer.Form.NFC).toUpperCase(Locale.ROOT);
        return Normalizer.normalize(upper.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    }
}
