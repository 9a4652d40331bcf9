package io.genledger.app.mcp;

import io.genledger.app.option.plan.PlanOptions;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The arguments that name a generation, and the plan against which its fees are checked. */
final class ExplainOptions {

    @Option(
            names = "--id",
            paramLabel = "ID",
            required = true,
            description =
                    "Id of the generation, e.g. gen-1731289055-7lM7yhtp335znp1qegkj; or a unique"
                            + " beginning of it.")
    private String id = "";

    @Mixin private PlanOptions plan = new PlanOptions();

    String id() {
        return id.strip();
    }

    PlanOptions plan() {
        return plan;
    }
}
