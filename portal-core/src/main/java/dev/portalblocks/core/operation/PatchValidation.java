// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

import dev.portalblocks.core.model.PatchOf;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks the maps that {@link PatchOf} marks, which Jakarta Validation has no word for. */
final class PatchValidation {
    private final Validator validator;
    private final RecordShapes shapes;

    PatchValidation(Validator validator, RecordShapes shapes) {
        this.validator = validator;
        this.shapes = shapes;
    }

    /** What is wrong with a command's patches. */
    static final class Findings {
        private final List<ConstraintViolation<?>> violations = new ArrayList<>();
        private boolean unknownField;

        List<ConstraintViolation<?>> violations() {
            return violations;
        }

        boolean hasUnknownField() {
            return unknownField;
        }
    }

    /** Looks into the command and into the records that it consists of. */
    Findings check(Object command) {
        Findings findings = new Findings();
        collect(command, findings);
        return findings;
    }

    private void collect(@Nullable Object value, Findings into) {
        if (!(value instanceof Record holder)) {
            return;
        }
        for (RecordShapes.Part part : shapes.of(holder.getClass()).parts()) {
            if (part.patch() == null) {
                if (part.type().isRecord()) {
                    collect(part.read(holder), into);
                }
            } else if (part.read(holder) instanceof Map<?, ?> patch) {
                check(patch, part.patch(), into);
            }
        }
    }

    private void check(Map<?, ?> patch, Class<? extends Record> template, Findings into) {
        patch.forEach((key, value) -> {
            String field = String.valueOf(key);
            if (shapes.of(template).has(field)) {
                into.violations.addAll(validator.validateValue(template, field, value));
            } else {
                into.unknownField = true;
            }
        });
    }
}
