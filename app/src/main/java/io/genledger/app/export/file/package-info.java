/**
 * Files that exports write: complete or not there, compressed, and continued by the next export.
 */
@NullMarked
package io.genledger.app.export.file;

import org.jspecify.annotations.NullMarked;
