/** The language of simulator scripts: rules made of an action and conditions. */
@NullMarked
package io.genledger.adapter.http.simulator.script;

import org.jspecify.annotations.NullMarked;
