package io.genledger.adapter.http.simulator.script;

import io.genledger.adapter.http.simulator.behaviour.Behaviour;
import io.genledger.adapter.http.simulator.behaviour.Behaviours;
import io.genledger.adapter.http.simulator.behaviour.MetadataRequest;
import io.genledger.adapter.http.simulator.random.SeededRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * One line of a script: {@code ACTION [when CONDITION [and CONDITION]…]}.
 *
 * @param conditions the action applies to a request if all of them hold
 */
record Rule(Action action, List<Condition> conditions) {

    private static final String WHEN = "when";
    private static final String AND = "and";

    static Rule parse(WordReader words) {
        Action action = Action.parse(words);
        List<Condition> conditions = new ArrayList<>();
        if (words.skip(WHEN)) {
            do {
                conditions.add(Condition.parse(words));
            } while (words.skip(AND));
        }
        words.end();
        return new Rule(action, conditions);
    }

    Behaviour over(Behaviour below, SeededRandom random) {
        Behaviour behaviour = action.over(below, random);
        for (int i = conditions.size() - 1; i >= 0; i--) {
            Condition condition = conditions.get(i);
            SeededRandom ownRandom = random.series(i + 1L);
            Predicate<MetadataRequest> holds = request -> condition.holds(request, ownRandom);
            behaviour = Behaviours.when(holds, behaviour, below);
        }
        return behaviour;
    }
}
