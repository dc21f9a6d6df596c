package org.fairlead.cases.template;

import org.fairlead.cases.request.Fields;
import org.jspecify.annotations.Nullable;

/// A template as it is to be, all of it.
record NewTemplate(
        @Nullable String name, @Nullable TemplateContent content, @Nullable Boolean isRetired) {

    NewTemplate checked() {
        return new NewTemplate(
                Fields.text("/name", name, 100),
                Fields.required("/content", content).checked(),
                Boolean.TRUE.equals(isRetired));
    }
}
