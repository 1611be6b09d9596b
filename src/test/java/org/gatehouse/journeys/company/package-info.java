/** What the company adds to the WAR as a jar of its own: the names of what can be done in its shop, and a claim. */
package org.gatehouse.journeys.company;
