package io.genledger.ports.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScopeTest {

    @ParameterizedTest
    @CsvSource({
        "READ, READ, true",
        "READ, WRITE, false",
        "READ, ADMIN, false",
        "WRITE, READ, true",
        "WRITE, WRITE, true",
        "WRITE, ADMIN, false",
        "ADMIN, READ, true",
        "ADMIN, WRITE, true",
        "ADMIN, ADMIN, true"
    })
    void includesItselfAndTheLesserOnes(Scope scope, Scope needed, boolean includes) {
        assertThat(scope.includes(needed)).isEqualTo(includes);
    }
}
