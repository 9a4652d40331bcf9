package io.genledger.app.service.lake;

import io.genledger.ports.lake.FeedRow;
import io.genledger.ports.usecase.lake.Shipping;
import java.util.Optional;

/** What kept entries from being shipped, in words. */
public final class ShippingText {

    private ShippingText() {}

    /** The sentence for the user; empty if all were shipped. */
    public static Optional<String> obstacle(Shipping shipping) {
        return switch (shipping) {
            case Shipping.Complete all -> Optional.empty();
            case Shipping.OtherHistory other ->
                    Optional.of(
                            "the lake's last row of this ledger, %s, is %s in the ledger: the ledger was restored from a backup, or the name is that of another ledger. Nothing was shipped. Compare with lake verify; then lake rebuild --from deletes the rows from the first one that differs and ships anew"
                                    .formatted(
                                            text(other.inLake()),
                                            other.inLedger()
                                                    .map(ShippingText::text)
                                                    .orElse("missing")));
            case Shipping.OtherFeed other ->
                    Optional.of(
                            "Trino reads another ledger than this one: row %d there is %s, and here %s. Nothing was shipped. Name the catalog of this ledger's database with --lake-feed"
                                    .formatted(
                                            other.sequence(),
                                            other.offered()
                                                    .map(ShippingText::content)
                                                    .orElse("missing"),
                                            other.inLedger()
                                                    .map(ShippingText::content)
                                                    .orElse("missing")));
            case Shipping.Overtaken overtaken ->
                    Optional.of(
                            "another program ships the same ledger; the lake has its rows up to %d"
                                    .formatted(overtaken.last()));
        };
    }

    private static String text(FeedRow row) {
        return "row %d (%s)".formatted(row.sequence(), content(row));
    }

    private static String content(FeedRow row) {
        return "%s revision %d%s, recorded %s"
                .formatted(
                        row.generation().value(),
                        row.revision(),
                        row.isCancelled() ? " cancelled" : "",
                        row.recordedAt());
    }
}
