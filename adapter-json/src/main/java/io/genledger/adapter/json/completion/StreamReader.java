package io.genledger.adapter.json.completion;

import io.genledger.adapter.json.binding.Binding;
import io.genledger.adapter.json.binding.DocumentInput;
import io.genledger.adapter.json.binding.Stated;
import io.genledger.adapter.json.completion.WireChoices.Choice;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.GenerationId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Joins the events of one completion's stream: the id, the model and the like as they are stated
 * first, the finish reason and the figures as they are stated last.
 */
public final class StreamReader {

    private static final Binding<WireMade> MADE = new Binding<>(WireMade.class);

    private StreamReader() {}

    /** The generation of a document that was made of the events of a stream. */
    public static Generation stream(DocumentInput document) {
        List<WireCompletion> bodies =
                document.read(MADE::document).events().value().orElseGet(WireEvents::none).bodies();
        return new CompletionMapper(joined(bodies), document, document.requested())
                .generation(false);
    }

    /** The generation of a document that was made of a body and the id in its header. */
    public static Generation exchange(DocumentInput document) {
        WireMade made = document.read(MADE::document);
        WireCompletion body = made.body().value().orElseGet(() -> joined(List.of()));
        Optional<GenerationId> id = made.generationId().value().or(document::requested);
        return new CompletionMapper(body, document, id).generation(false);
    }

    private static WireCompletion joined(List<WireCompletion> bodies) {
        return new WireCompletion(
                first(bodies, WireCompletion::generationId),
                first(bodies, WireCompletion::id),
                first(bodies, WireCompletion::created),
                first(bodies, WireCompletion::createdAt),
                first(bodies, WireCompletion::model),
                first(bodies, WireCompletion::provider),
                lastChoices(bodies),
                last(bodies, WireCompletion::usage),
                Stated.absent(),
                Map.of());
    }

    private static <T> Stated<T> first(
            List<WireCompletion> bodies, Function<WireCompletion, Stated<T>> field) {
        Stated<T> first = Stated.absent();
        for (WireCompletion body : bodies) {
            first = first.or(field.apply(body));
        }
        return first;
    }

    private static <T> Stated<T> last(
            List<WireCompletion> bodies, Function<WireCompletion, Stated<T>> field) {
        Stated<T> last = Stated.absent();
        for (WireCompletion body : bodies) {
            last = field.apply(body).or(last);
        }
        return last;
    }

    /** The last choices with a finish reason; chunks before and behind it state none. */
    private static Stated<WireChoices> lastChoices(List<WireCompletion> bodies) {
        Stated<WireChoices> last = Stated.absent();
        for (WireCompletion body : bodies) {
            boolean hasReason =
                    body.choices()
                            .field(WireChoices::first)
                            .field(Choice::finishReason)
                            .value()
                            .isPresent();
            last = hasReason ? body.choices() : last.or(body.choices());
        }
        return last;
    }
}
