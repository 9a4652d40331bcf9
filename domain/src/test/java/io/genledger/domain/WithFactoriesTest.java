package io.genledger.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.domain.attribution.Attribution;
import io.genledger.domain.completion.Completion;
import io.genledger.domain.completion.FinishReason;
import io.genledger.domain.generation.Timing;
import io.genledger.domain.lineage.Lineage;
import io.genledger.domain.money.Charges;
import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.routing.ProviderAttempt;
import io.genledger.domain.routing.Routing;
import io.genledger.domain.token.MediaUsage;
import io.genledger.domain.token.NativeTokens;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each {@code with…} of a value states the component it names, and changes no other. */
class WithFactoriesTest {

    private static final Record ATTEMPT =
            new ProviderAttempt(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    private static final List<Record> VALUES =
            List.of(
                    Attribution.UNREPORTED,
                    Charges.UNREPORTED,
                    Completion.UNREPORTED,
                    Lineage.UNREPORTED,
                    MediaUsage.UNREPORTED,
                    NativeTokens.UNREPORTED,
                    Routing.UNREPORTED,
                    Timing.UNREPORTED,
                    ATTEMPT);

    private static final Map<Class<?>, Object> ARGUMENTS =
            Map.of(
                    String.class,
                    "x",
                    long.class,
                    7L,
                    boolean.class,
                    true,
                    Duration.class,
                    Duration.ofMillis(7),
                    UsdAmount.class,
                    UsdAmount.of("7"),
                    FinishReason.class,
                    FinishReason.STOP,
                    ProviderAttempt[].class,
                    new ProviderAttempt[] {(ProviderAttempt) ATTEMPT});

    static Stream<Arguments> factories() {
        return VALUES.stream()
                .flatMap(value ->
                        Arrays.stream(value.getClass().getDeclaredMethods())
                                .filter(method -> method.getName().startsWith("with"))
                                .map(method -> Arguments.of(value, method)));
    }

    @Test
    void thereAreManyOfThem() {
        assertThat(factories()).hasSizeGreaterThan(40);
    }

    @ParameterizedTest
    @MethodSource("factories")
    void statesTheComponentItNamesAndNoOther(Record value, Method factory) throws Exception {
        Object argument = Objects.requireNonNull(ARGUMENTS.get(factory.getParameterTypes()[0]));
        String name = factory.getName().substring("with".length());

        Object changed = factory.invoke(value, argument);

        for (RecordComponent component : value.getClass().getRecordComponents()) {
            Object before = component.getAccessor().invoke(value);
            Object after = component.getAccessor().invoke(changed);
            if (component.getName().equalsIgnoreCase(name)) {
                assertThat(after).isNotEqualTo(before);
                assertThat(after.toString()).contains(textOf(argument));
            } else {
                assertThat(after).as(component.getName()).isEqualTo(before);
            }
        }
    }

    private static String textOf(Object argument) {
        return argument instanceof ProviderAttempt[] attempts
                ? Arrays.toString(attempts)
                : String.valueOf(argument);
    }
}
