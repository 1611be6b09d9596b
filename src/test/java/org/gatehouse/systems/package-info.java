/**
 * What the black-box tests talk to, each in the words of its users: {@link org.gatehouse.systems.Gatehouse} over HTTP,
 * the {@link org.gatehouse.systems.Inbox} its mail arrives in, the {@link org.gatehouse.systems.Database} it stores
 * in, and the {@link org.gatehouse.systems.PayaraMicro} it runs on. All of them are real, on loopback, and can fail.
 * People come with a {@link org.gatehouse.systems.Browser} and may have an account at an
 * {@link org.gatehouse.systems.IdentityProvider}, the one system that is played: real ones do not misbehave when told.
 */
package org.gatehouse.systems;
