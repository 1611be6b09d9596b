/** What a company deploys with Gatehouse: an identity provider and a rule of its own. */
package org.gatehouse.journeys.company;
