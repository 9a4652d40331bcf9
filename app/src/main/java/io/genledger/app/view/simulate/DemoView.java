package io.genledger.app.view.simulate;

import io.genledger.app.view.generation.GenerationView;
import io.genledger.app.view.spend.ReportView;

/**
 * The answer of {@code demo}.
 *
 * @param report the spend by model
 * @param explained one of the generations
 */
public record DemoView(ReportView report, GenerationView explained) {}
