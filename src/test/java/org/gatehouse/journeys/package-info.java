/**
 * What people and applications do with Gatehouse from beginning to end, told through the {@link org.gatehouse.systems
 * systems} and seen from outside. Every test has people, roles and addresses of its own and gives settings back, so that
 * nearly all of them can live with one server.
 */
package org.gatehouse.journeys;
