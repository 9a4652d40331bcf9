/** Work in the background of a process, and the events that it reports. */
@NullMarked
package io.genledger.app.service;

import org.jspecify.annotations.NullMarked;
