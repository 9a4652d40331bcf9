package io.genledger.ports.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReadmeTest {

    private static final Path PROGRAM =
            Path.of("src/test/java/io/genledger/ports/example/CachingSourceTest.java");

    /** CachingSourceTest is compiled and run here, so README shows a program that works. */
    @Test
    void readmeShowsTheProgramThatIsRun() throws IOException {
        String program = Files.readString(PROGRAM);
        String shown = program.substring(program.indexOf("import static"));

        assertThat(Files.readString(Path.of("README.md")))
                .contains("```java CachingSourceTest.java\n" + shown + "```\n");
    }
}
