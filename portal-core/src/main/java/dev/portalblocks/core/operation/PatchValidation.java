// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

import dev.portalblocks.core.model.PatchOf;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks the maps that {@link PatchOf} marks, which Jakarta Validation has no word for. */
final class PatchValidation {
    private final Validator validator;

    PatchValidation(Validator validator) {
        this.validator = validator;
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
        for (RecordComponent component : holder.getClass().getRecordComponents()) {
            PatchOf mark = component.getAnnotation(PatchOf.class);
            if (mark == null) {
                if (component.getType().isRecord()) {
                    collect(Components.read(holder, component), into);
                }
            } else if (Components.read(holder, component) instanceof Map<?, ?> patch) {
                check(patch, mark.value(), into);
            }
        }
    }

    private void check(Map<?, ?> patch, Class<? extends Record> template, Findings into) {
        List<String> known = Arrays.stream(template.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        patch.forEach((key, value) -> {
            String field = String.valueOf(key);
            if (known.contains(field)) {
                into.violations.addAll(validator.validateValue(template, field, value));
            } else {
                into.unknownField = true;
            }
        });
    }
}
