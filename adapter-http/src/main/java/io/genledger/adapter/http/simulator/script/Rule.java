package io.genledger.adapter.http.simulator.script;

import io.genledger.adapter.http.simulator.Behaviour;
import io.genledger.adapter.http.simulator.Behaviours;
import io.genledger.adapter.http.simulator.MetadataRequest;
import io.genledger.adapter.http.simulator.chance.Draw;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** One line of a script: {@code DEED [when CONDITION [and CONDITION]…]}. */
record Rule(Deed deed, List<Condition> conditions) {

    private static final String WHEN = "when";
    private static final String AND = "and";

    static Rule parse(Words words) {
        Deed deed = Deed.parse(words);
        List<Condition> conditions = new ArrayList<>();
        if (words.skip(WHEN)) {
            do {
                conditions.add(Condition.parse(words));
            } while (words.skip(AND));
        }
        words.end();
        return new Rule(deed, conditions);
    }

    Behaviour over(Behaviour beneath, Draw draw) {
        Behaviour behaviour = deed.over(beneath, draw);
        for (int i = conditions.size() - 1; i >= 0; i--) {
            Condition condition = conditions.get(i);
            Draw dice = draw.series(i + 1L);
            Predicate<MetadataRequest> holds = request -> condition.holds(request, dice);
            behaviour = Behaviours.when(holds, behaviour, beneath);
        }
        return behaviour;
    }
}
