package io.genledger.adapter.sql.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContextPoolTest {

    private final List<Object> created = new ArrayList<>();
    private final List<Object> closed = new ArrayList<>();
    private final ContextPool<Object> pool = new ContextPool<>(this::create, closed::add);

    private Object create() {
        Object context = new Object();
        created.add(context);
        return context;
    }

    @Test
    void usesAContextAgain() {
        Object first = pool.use(context -> context);

        assertThat(pool.<Object>use(context -> context)).isSameAs(first);
        assertThat(created).hasSize(1);
    }

    @Test
    void neverGivesOneContextToTwoUsers() {
        Object outer =
                pool.use(used -> {
                    assertThat(pool.<Object>use(context -> context)).isNotSameAs(used);
                    return used;
                });

        assertThat(created).hasSize(2).contains(outer);
    }

    @Test
    void usesAContextAgainAfterAFailure() {
        assertThatThrownBy(() ->
                        pool.use(context -> {
                            throw new IllegalArgumentException("damaged");
                        }))
                .hasMessage("damaged");

        assertThat(created).containsExactly(pool.<Object>use(context -> context));
    }

    @Test
    void closesTheContextsOfMoreUsersThanItKeeps() {
        useNested(40);

        assertThat(created).hasSize(40);
        assertThat(closed).hasSize(8).doesNotHaveDuplicates();
    }

    private void useNested(int users) {
        if (users > 0) {
            pool.use(context -> {
                useNested(users - 1);
                return context;
            });
        }
    }
}
