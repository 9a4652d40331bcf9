package io.genledger.adapter.http.wire;

import static io.genledger.adapter.http.wire.Responses.interim;

import java.io.IOException;
import java.util.Random;

/** What {@link FaultyProxy} does with a response. */
public enum Fault {
    /** Half of all responses are passed on unchanged. */
    NONE(Answer::unchanged),
    /** Informational responses come before, in the same packet. */
    INTERIM_TOGETHER(answer -> answer.all(answer.interims() + answer.response)),
    /** Informational responses come before, in a packet of their own. */
    INTERIM_FIRST(answer -> answer.all(answer.interims(), answer.response)),
    /** An informational response is split, and the rest comes with the final one. */
    INTERIM_SPLIT(answer -> {
        String interims = answer.interims();
        int at = answer.random.nextInt(interims.length());
        return answer.all(interims.substring(0, at), interims.substring(at) + answer.response);
    }),
    /** An informational response comes after the final one. */
    INTERIM_LATE(answer -> answer.all(answer.response, answer.interims())),
    /** An informational response comes after the final one, in the same packet. */
    INTERIM_BEHIND(answer -> answer.all(answer.response + answer.interims())),
    /** The connection ends after an informational response. */
    INTERIM_ONLY(answer -> answer.last(answer.interims())),
    /** The response is split, at each offset once as the run goes on. */
    SPLIT(answer -> answer.all(answer.head(), answer.response.substring(answer.offset))),
    /** Each byte has a packet of its own. */
    BYTEWISE(answer -> answer.all(answer.response.split(""))),
    /** The response comes twice, in one packet. */
    TWICE_TOGETHER(answer -> answer.all(answer.response + answer.response)),
    /** The response comes twice, in two packets. */
    TWICE(answer -> answer.all(answer.response, answer.response)),
    /** The response and the beginning of another copy. */
    TWICE_IN_PART(answer -> answer.all(answer.response + answer.head())),
    /** The response of the last request on the connection comes before. */
    LAST_AGAIN(answer -> answer.all(answer.lastResponse + answer.response)),
    /** Bytes that are no response come after. */
    SURPLUS(answer -> answer.all(answer.response, "\r\nHTTP/1.1 40")),
    /** The connection is closed without a response. */
    CLOSED(answer -> answer.last("")),
    /** The connection is closed within the response. */
    CLOSED_WITHIN(answer -> answer.last(answer.head())),
    /** The connection is closed after the response, without an announcement. */
    CLOSED_AFTER(answer -> answer.last(answer.response)),
    /** The connection is reset without a response. */
    RESET(Answer::reset),
    /** The connection is reset within the response. */
    RESET_WITHIN(answer -> {
        answer.all(answer.head());
        return answer.reset();
    }),
    /** A gateway refuses, in JSON. */
    GATEWAY(answer -> answer.all(Responses.json(answer.status(), "{\"message\":\"no\"}", ""))),
    /** Another protocol. */
    UPGRADE(answer -> answer.all(interim(101, "Upgrade: h2c\r\n") + answer.response));

    private static final int[] STATUSES = {100, 102, 103, 104, 199};
    private static final String[] REFUSALS = {
        "400 Bad Request", "401 Unauthorized", "403 Forbidden", "404 Not Found", "410 Gone"
    };

    private final Sender sender;

    Fault(Sender sender) {
        this.sender = sender;
    }

    /** Half of the time none, else one of the others. */
    static Fault choose(Random random) {
        return random.nextBoolean() ? NONE : values()[1 + random.nextInt(values().length - 1)];
    }

    /** Sends the answer; false if the connection ends with it. */
    boolean send(Answer answer) throws IOException {
        return sender.send(answer);
    }

    /** Sends an answer with a fault. */
    private interface Sender {
        boolean send(Answer answer) throws IOException;
    }

    /** A response that is about to be sent to a client. */
    static final class Answer {

        private final RawConnection client;
        private final String response;
        private final String lastResponse;
        private final int offset;
        private final Random random;

        /**
         * @param lastResponse the response before, or none
         * @param offset where a split is made
         */
        Answer(
                RawConnection client,
                String response,
                String lastResponse,
                int offset,
                Random random) {
            this.client = client;
            this.response = response;
            this.lastResponse = lastResponse;
            this.offset = offset;
            this.random = random;
        }

        private boolean unchanged() throws IOException {
            return all(response);
        }

        private boolean all(String... packets) throws IOException {
            for (String packet : packets) {
                client.send(packet);
            }
            return true;
        }

        private boolean last(String packet) throws IOException {
            client.send(packet);
            return false;
        }

        private boolean reset() throws IOException {
            client.reset();
            return false;
        }

        private String head() {
            return response.substring(0, offset);
        }

        private String status() {
            return REFUSALS[random.nextInt(REFUSALS.length)];
        }

        /** One to four informational responses, some with headers. */
        private String interims() {
            StringBuilder interims = new StringBuilder();
            for (int i = random.nextInt(4); i >= 0; i--) {
                String headers =
                        random.nextBoolean() ? "" : "Link: </a>\r\nContent-Encoding: gzip\r\n";
                interims.append(interim(STATUSES[random.nextInt(STATUSES.length)], headers));
            }
            return interims.toString();
        }
    }
}
