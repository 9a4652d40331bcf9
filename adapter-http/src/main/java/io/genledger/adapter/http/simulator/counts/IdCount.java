package io.genledger.adapter.http.simulator.counts;

/**
 * The requests for one id.
 *
 * @param requests the number that have arrived
 * @param underWay the number of them that have not ended yet
 */
record IdCount(int requests, int underWay) {

    static final IdCount NONE = new IdCount(0, 0);

    IdCount plusRequest() {
        return new IdCount(requests + 1, underWay + 1);
    }

    IdCount minusUnderWay() {
        return new IdCount(requests, underWay - 1);
    }
}
