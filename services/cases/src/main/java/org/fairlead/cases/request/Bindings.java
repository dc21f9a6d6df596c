package org.fairlead.cases.request;

import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/// Parameters of a query whose text depends on what was asked for.
public final class Bindings {

    private Bindings() {}

    public static <T> Mutiny.SelectionQuery<T> bind(
            Mutiny.SelectionQuery<T> query, Map<String, Object> parameters) {
        var bound = query;
        for (var parameter : parameters.entrySet()) {
            bound = bound.setParameter(parameter.getKey(), parameter.getValue());
        }
        return bound;
    }
}
