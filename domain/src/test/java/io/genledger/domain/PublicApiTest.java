package io.genledger.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.domain.generation.GenerationBuilder;
import io.genledger.domain.money.UsdAmount;
import java.io.IOException;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for every class of the domain, those of tomorrow included. */
class PublicApiTest {

    private static final Pattern BINARY_FLOAT =
            Pattern.compile("\\b(double|float|Double|Float|DoubleStream)\\b");

    @Test
    void everyClassOfTheDomainIsLookedAt() throws Exception {
        assertThat(domainClasses())
                .hasSizeGreaterThan(50)
                .contains(UsdAmount.class)
                .allSatisfy(each ->
                        assertThat(each.getPackageName()).startsWith("io.genledger.domain."));
    }

    @Test
    void noBinaryFloatGoesInOrOut() throws Exception {
        assertThat(domainClasses())
                .flatMap(PublicApiTest::publicSignatures)
                .hasSizeGreaterThan(200)
                .noneMatch(signature -> BINARY_FLOAT.matcher(signature).find());
    }

    @Test
    void theLookoutForBinaryFloatsSeesOne() {
        assertThat(publicSignatures(Double.class))
                .anyMatch(signature -> BINARY_FLOAT.matcher(signature).find());
    }

    @Test
    void noPublicTypeButTheBuilderCanBeChangedAfterItsConstruction() throws Exception {
        assertThat(domainClasses())
                .filteredOn(each -> Modifier.isPublic(each.getModifiers()))
                .filteredOn(each -> each != GenerationBuilder.class)
                .flatMap(each -> List.of(each.getDeclaredFields()))
                .filteredOn(field -> !field.getName().startsWith("$"))
                .isNotEmpty()
                .allSatisfy(field ->
                        assertThat(Modifier.isFinal(field.getModifiers()))
                                .as("%s", field)
                                .isTrue());
    }

    @Test
    void noValueIsAnArray() throws Exception {
        assertThat(domainClasses())
                .filteredOn(Class::isRecord)
                .flatMap(each -> List.of(each.getDeclaredFields()))
                .filteredOn(field -> !field.getName().startsWith("$"))
                .extracting(Field::getType)
                .noneMatch(Class::isArray);
    }

    private static List<String> publicSignatures(Class<?> type) {
        return Stream.<Collection<? extends Executable>>of(
                        List.of(type.getDeclaredConstructors()), List.of(type.getDeclaredMethods()))
                .flatMap(Collection::stream)
                .filter(each -> Modifier.isPublic(each.getModifiers()))
                .map(PublicApiTest::signature)
                .toList();
    }

    private static String signature(Executable executable) {
        String parameters =
                String.join(
                        ", ",
                        Arrays.stream(executable.getGenericParameterTypes())
                                .map(Type::getTypeName)
                                .toList());
        String result =
                executable instanceof Method method
                        ? method.getGenericReturnType().getTypeName()
                        : "";
        return result + " from (" + parameters + ")";
    }

    private static List<Class<?>> domainClasses() throws IOException, URISyntaxException {
        Path root =
                Path.of(
                        UsdAmount.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI());
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(file -> file.endsWith(".class") && !file.endsWith("-info.class"))
                    .<Class<?>>map(PublicApiTest::load)
                    .toList();
        }
    }

    private static Class<?> load(String file) {
        String name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
