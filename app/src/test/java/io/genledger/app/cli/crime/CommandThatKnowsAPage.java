package io.genledger.app.cli.crime;

import io.genledger.app.web.crime.PageThatKnowsACommand;

/** Knows the web. */
public record CommandThatKnowsAPage(PageThatKnowsACommand page) {}
