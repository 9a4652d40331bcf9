/** Scripts, read and played to a client over a real socket. */
@NullMarked
package io.genledger.adapter.http.simulator.script;

import org.jspecify.annotations.NullMarked;

