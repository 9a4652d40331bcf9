package io.genledger.app.cli.render.sheet;

import io.genledger.app.cli.render.Numbers;
import io.genledger.app.view.generation.CacheView;
import io.genledger.app.view.generation.ExplanationView;
import io.genledger.app.view.generation.MoneyView;
import io.genledger.domain.cost.Breakdown;
import io.genledger.domain.money.UsdAmount;
import java.util.Optional;

/** The sections of an explanation that hold a bill: the money and the prompt cache. */
final class BillSections {

    private BillSections() {}

    static void add(FactSheet sheet, ExplanationView why) {
        money(sheet, why);
        cache(sheet, why);
    }

    /** If the spend is unknown, its known parts are shown with the reason. */
    private static void money(FactSheet sheet, ExplanationView why) {
        MoneyView money = why.money();
        sheet.section("The money");
        money.spend().ifPresent(total -> Bill.add(sheet, why.payments(), total));
        money.spendUnknown()
                .ifPresent(unknown -> {
                    Breakdown.Kind credits =
                            money.byok() ? Breakdown.Kind.BYOK_FEE : Breakdown.Kind.CREDITS;
                    sheet.fact(credits.sentence(), statedOrNot(money.credits()));
                    if (money.byok()) {
                        sheet.fact(
                                Breakdown.Kind.UPSTREAM.sentence(),
                                statedOrNot(money.byokUpstream()));
                    }
                    Bill.addUnknown(sheet, unknown.sentence());
                });
    }

    private static String statedOrNot(Optional<UsdAmount> amount) {
        return amount.map(Numbers::dollars).orElse("not stated");
    }

    private static void cache(FactSheet sheet, ExplanationView why) {
        CacheView cache = why.cache();
        sheet.section("The prompt cache");
        sheet.fact("read from it", cache.tokensRead().map(tokens -> tokensRead(tokens, cache)));
        sheet.fact("effect", CacheText.of(why.money()));
        if (cache.lines().size() > 1) {
            why.money().spend().ifPresent(total -> Bill.add(sheet, cache.lines(), total));
        }
    }

    private static String tokensRead(long tokens, CacheView cache) {
        return tokens == 0
                ? "nothing"
                : Numbers.count(tokens)
                        + " prompt tokens"
                        + cache.hitRate()
                                .map(rate -> ", " + Numbers.percent(rate) + " of the prompt")
                                .orElse("");
    }
}
