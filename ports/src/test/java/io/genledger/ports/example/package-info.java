/** The program of ports/README.md, outside the packages of the test kit and the use cases. */
@NullMarked
package io.genledger.ports.example;

import org.jspecify.annotations.NullMarked;
