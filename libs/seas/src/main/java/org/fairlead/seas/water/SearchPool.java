package org.fairlead.seas.water;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Searches to be used again, one for each thread that is at it.
final class SearchPool {

    private final Web web;
    private final ConcurrentLinkedQueue<Search> idle = new ConcurrentLinkedQueue<>();

    SearchPool(Web web) {
        this.web = web;
    }

    Web web() {
        return web;
    }

    <T extends @Nullable Object> T with(Function<Search, T> task) {
        Search search = idle.poll();
        if (search == null) {
            search = new Search(web);
        }
        try {
            return task.apply(search);
        } finally {
            idle.add(search);
        }
    }
}
