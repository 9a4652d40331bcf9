package io.genledger.ports.crime;

import io.genledger.ports.usecase.collect.policy.RetryPolicy;

/** Uses a package that belongs to another one. */
public interface UserOfAPartOfCollecting {

    /** The crime. */
    RetryPolicy retries();
}
