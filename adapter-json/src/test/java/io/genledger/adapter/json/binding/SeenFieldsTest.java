package io.genledger.adapter.json.binding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.document.UndecodableDocumentException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The fields seen of an object outlive the objects inside it: Jackson must not put a value of its
 * own where they are kept.
 */
class SeenFieldsTest {

    private static final Binding<Outer> BINDING = new Binding<>(Outer.class);

    record Outer(
            Stated<String> name,
            Stated<Inner> innerObject,
            @JsonAnySetter Map<String, RawText> unknown) {}

    record Inner(Stated<String> name, @JsonAnySetter Map<String, RawText> unknown) {}

    @Test
    void keepsTheFieldsOfEachObjectApart() {
        Outer outer =
                read("{\"name\":\"a\",\"x\":1,\"inner_object\":{\"x\":2,\"name\":\"b\"},\"y\":3}");

        assertThat(outer.name().value()).contains("a");
        assertThat(outer.innerObject().field(Inner::name).value()).contains("b");
        assertThat(outer.unknown()).containsOnlyKeys("x", "y");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"name\":1,\"inner_object\":{\"name\":1},\"name\":1} | name",
                "{\"name\":null,\"inner_object\":{},\"name\":null} | name",
                "{\"inner_object\":{},\"name\":1,\"inner_object\":{}} | inner_object",
                "{\"x\":1,\"inner_object\":{\"x\":1},\"x\":null} | x",
                "{\"x\":null,\"inner_object\":null,\"x\":{\"y\":1}} | x",
                "{\"inner_object\":{\"name\":1,\"x\":{\"name\":1},\"name\":1}} | inner_object.name",
                "{\"inner_object\":{\"x\":[],\"name\":1,\"x\":[]}} | inner_object.x",
            })
    void refusesARepeatedFieldWithAnythingBetween(String json, String field) {
        assertThatExceptionOfType(UndecodableDocumentException.class)
                .isThrownBy(() -> read(json))
                .withMessage("expected the field once, found it twice")
                .satisfies(refused -> assertThat(refused.field()).contains(field));
    }

    /** Names that only Java knows of. */
    @ParameterizedTest
    @CsvSource({"unknown", "innerObject", "name()"})
    void takesANameThatIsNoComponentsForAnUnknownField(String name) {
        assertThat(read("{\"" + name + "\":{\"a\":1.50}}").unknown())
                .hasEntrySatisfying(
                        name, value -> assertThat(value.json()).isEqualTo("{\"a\":1.50}"));
    }

    private static Outer read(String json) {
        return new DocumentInput(
                        new MetadataDocument(Optional.empty(), json.getBytes(UTF_8), Instant.EPOCH))
                .read(BINDING::document);
    }
}
