package org.gatehouse.bench;

import java.time.Duration;

/**
 * What a server takes before it does anything.
 *
 * @param start the median of its starts
 * @param memory MiB it occupies after the last one
 */
record ServerFigures(Duration start, long memory) {
}
