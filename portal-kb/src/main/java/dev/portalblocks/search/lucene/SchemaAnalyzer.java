// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;

/** Writes each field by the analysis that is in its name. */
final class SchemaAnalyzer extends DelegatingAnalyzerWrapper {
    private final Languages languages;

    SchemaAnalyzer(Languages languages) {
        super(PER_FIELD_REUSE_STRATEGY);
        this.languages = languages;
    }

    @Override
    protected Analyzer getWrappedAnalyzer(String field) {
        Fields.Kind kind = Fields.Kind.of(field);
        return languages.named(kind.analysisOf(field)).writerOf(kind);
    }
}
