package org.fairlead.k8s.schema;

import com.google.gson.annotations.SerializedName;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// What one class of the client says of its object: the fields by their name on the wire, and which
/// of them must be there.
record Model(Class<?> type, Map<String, Type> fields, Collection<String> required) {

    private static final Map<Class<?>, Model> READ = new ConcurrentHashMap<>();

    static Model of(Class<?> type) {
        return READ.computeIfAbsent(type, Model::read);
    }

    private static Model read(Class<?> type) {
        var fields =
                Arrays.stream(type.getDeclaredFields())
                        .filter(field -> !Modifier.isStatic(field.getModifiers()))
                        .collect(Collectors.toMap(Model::nameOnTheWire, Field::getGenericType));
        return new Model(type, fields, required(type));
    }

    private static String nameOnTheWire(Field field) {
        var annotation = field.getAnnotation(SerializedName.class);
        return annotation == null ? field.getName() : annotation.value();
    }

    private static List<String> required(Class<?> type) {
        try {
            var names = (Collection<?>) type.getField("openapiRequiredFields").get(null);
            return names == null ? List.of() : names.stream().map(Object::toString).toList();
        } catch (ReflectiveOperationException notGenerated) {
            throw new IllegalStateException(type + " is no model of the client", notGenerated);
        }
    }
}
