package org.gatehouse.spi;

import java.net.URI;

/**
 * A company's own word on which pages of its front ends people may return to after a login with a provider, besides those
 * that the settings name. A page that is allowed here gets tickets that log people in, so allow none of somebody else's.
 * All beans of this type are asked; one that agrees is enough.
 *
 * <pre>{@code
 * @ApplicationScoped
 * public class OurBranches implements CallbackRule {
 *     public boolean allows(String provider, URI callback) {
 *         return callback.getScheme().equals("https") && callback.getPath().equals("/login/done")
 *                 && BRANCHES.contains(callback.getHost());
 *     }
 * }
 * }</pre>
 */
public interface CallbackRule {

    /**
     * Judges a page.
     *
     * @param provider the provider's name
     * @param callback an absolute address without user information, as the caller sent it
     */
    boolean allows(String provider, URI callback);
}
