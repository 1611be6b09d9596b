/**
 * Fills the snapshot of settings that all rooms read, and changes it.
 *
 * <p>A value comes from one of three places, the later winning: the default that is packaged with the application, what
 * administrators stored in the database, and what the operator set outside through MicroProfile Config. A value set
 * outside is <em>pinned</em>: it cannot be changed from within. A change acts on this node at once and on the others as
 * soon as their timer sees that the version of the stored settings has grown.
 */
package org.gatehouse.settings;
