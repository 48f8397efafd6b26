// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.examples.quickstart;

import dev.portalblocks.faq.model.FaqText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A section of the FAQ in a file: {@code # section}, and under each {@code ## question} its answer. */
record FaqFile(String section, List<FaqText> entries) {
    private static final Pattern QUESTION = Pattern.compile("^## ", Pattern.MULTILINE);

    /** Reads the files of a folder in the order of their names, which is that of the sections. */
    static List<FaqFile> readAll(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder)) {
            files = listed.sorted().toList();
        }
        List<FaqFile> sections = new ArrayList<>();
        for (Path file : files) {
            sections.add(parse(Files.readString(file)));
        }
        return sections;
    }

    private static FaqFile parse(String text) {
        String[] parts = QUESTION.split(text);
        return new FaqFile(
                parts[0].replaceFirst("^# ", "").strip(),
                Arrays.stream(parts).skip(1).map(FaqFile::entry).toList());
    }

    private static FaqText entry(String part) {
        String[] questionAndAnswer = part.split("\\R", 2);
        return FaqText.of(questionAndAnswer[0].strip(), questionAndAnswer[1].strip());
    }
}
