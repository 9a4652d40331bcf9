/** Tests of simulator scripts: their parser, and each action over a socket. */
@NullMarked
package io.genledger.adapter.http.simulator.script;

import org.jspecify.annotations.NullMarked;
