package org.gatehouse.bench;

/**
 * Whether a flood of logins takes the machine from everybody else.
 *
 * @param alone  the request of everybody else without the flood
 * @param during the same request while the flood lasts
 * @param logins the flood
 */
record Flood(Run alone, Run during, Run logins) {
}
