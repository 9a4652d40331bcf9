package io.genledger.ports.usecase.crime;

/** A use case that others may extend, named by a word that the glossary replaced. */
public class AskNobody {}
