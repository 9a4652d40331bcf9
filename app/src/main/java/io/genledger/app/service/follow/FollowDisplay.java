package io.genledger.app.service.follow;

import io.genledger.ports.usecase.track.TailListener;

/** Shows files being followed. */
public interface FollowDisplay extends TailListener, AutoCloseable {

    /** A file does not exist yet. */
    void missing(String name);

    /** Shows the end. */
    @Override
    void close();
}
