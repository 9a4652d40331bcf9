package example;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.genledger.adapter.json.JacksonMetadataDecoder;
import io.genledger.domain.finding.Assessment;
import io.genledger.ports.document.MetadataDocument;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.Banner;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Decodes a saved record with Genledger (Jackson 3) and prints its spend with Boot's mapper (Jackson 2). */
@SpringBootApplication
public class SpendOfRecord {

    public static void main(String[] arguments) {
        var application = new SpringApplication(SpendOfRecord.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.run(arguments);
    }

    @Bean
    CommandLineRunner print(ObjectMapper mapper) {
        return arguments -> {
            var document = new MetadataDocument(Optional.empty(), Files.readAllBytes(Path.of(arguments[0])), Instant.now());
            var generation = new JacksonMetadataDecoder().decode(document);
            var spend = Assessment.of(generation).spend().knownAmount();
            System.out.println(mapper.writeValueAsString(Map.of("spend", spend.map(Object::toString).orElse("unknown"))));
        };
    }
}
