package org.gatehouse.spi;

/**
 * How a provider tells which client an access token was made for, so that one that came from elsewhere can be believed.
 *
 * @param pointer JSON Pointer to the client id in the answer
 */
public record AudienceCheck(ApiRequest request, String pointer) {

    static AudienceCheck read(Members members) {
        return new AudienceCheck(members.object("request", ApiRequest::read), members.required("pointer"));
    }
}
