package org.gatehouse.accounts;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Comparator;
import org.gatehouse.permissions.Action;
import org.gatehouse.platform.Input;
import org.gatehouse.platform.JsonResponse;
import org.gatehouse.platform.JsonValues;
import org.gatehouse.platform.PlatformError;
import org.gatehouse.tokens.Session;
import org.gatehouse.tokens.Sessions;

/** Refresh tokens and sessions over HTTP; in legacy-support mode there is nothing at these paths. */
@Path("auth")
@Singleton
public class SessionsResource {

    private final Sessions sessions;
    private final SessionRefresh refresh;
    private final RefreshCookie cookie;
    private final TokenResponse tokenResponse;

    @Inject
    SessionsResource(Sessions sessions, SessionRefresh refresh, RefreshCookie cookie, TokenResponse tokenResponse) {
        this.sessions = sessions;
        this.refresh = refresh;
        this.cookie = cookie;
        this.tokenResponse = tokenResponse;
    }

    /** Exchanges a refresh token for new tokens. The cookie wins over the body. */
    @POST
    @Path("refresh")
    @Action("auth.refresh")
    public Response refresh(Input input, @Context HttpServletRequest request) {
        requireSessions();
        var token = cookie.read(request).or(() -> input.text("refreshToken").filter(text -> !text.isEmpty()))
                .orElseThrow(AccountError.MISSING_REFRESH_TOKEN::exception);
        return tokenResponse.of(refresh.refresh(token), JsonValue.EMPTY_JSON_OBJECT, request);
    }

    /** Ends all sessions of the caller, those of a device, that of a refresh token, or else the one in use. */
    @POST
    @Path("logout")
    @Action("auth.logout")
    public Response logout(Input input, @Context SecurityContext caller, @Context HttpServletRequest request) {
        requireSessions();
        var signedIn = SignedIn.require(caller);
        var subject = signedIn.user().subject();
        var token = cookie.read(request).or(() -> input.text("refreshToken"));
        var deviceId = input.text("deviceId").filter(text -> !text.isEmpty());
        if (input.text("scope").filter("all"::equals).isPresent()) {
            sessions.endAll(subject);
        } else if (deviceId.isPresent()) {
            sessions.endDevice(subject, deviceId.get());
        } else if (!token.map(text -> sessions.endByToken(subject, text)).orElse(false)) {
            signedIn.token().sessionId().ifPresent(session -> sessions.end(subject, session));
        }
        return tokenResponse.clearing(JsonValues.object().add("ok", true).build(), request);
    }

    /** The caller's sessions, the one in use first. */
    @GET
    @Path("sessions")
    @Action("auth.getSessions")
    public Response list(@Context SecurityContext caller) {
        requireSessions();
        var signedIn = SignedIn.require(caller);
        var current = signedIn.token().sessionId().orElse("");
        var data = sessions.of(signedIn.user().subject()).stream()
                .sorted(Comparator.comparing(session -> !session.id().equals(current)))
                .map(session -> view(session, session.id().equals(current))).toList();
        return JsonResponse.ok(JsonValues.object().add("data", JsonValues.array(data)).build());
    }

    @DELETE
    @Path("sessions/{id}")
    @Action("auth.revokeSession")
    public Response end(@PathParam("id") String id, @Context SecurityContext caller) {
        requireSessions();
        if (!sessions.end(SignedIn.require(caller).user().subject(), id)) {
            throw AccountError.SESSION_NOT_FOUND.exception();
        }
        return JsonResponse.ok(JsonValues.object().add("data", JsonValue.EMPTY_JSON_OBJECT).build());
    }

    private void requireSessions() {
        if (!sessions.areOn()) {
            throw PlatformError.NOT_FOUND.exception();
        }
    }

    private static JsonObject view(Session session, boolean isCurrent) {
        var view = JsonValues.object().add("id", session.id());
        session.deviceId().ifPresentOrElse(id -> view.add("deviceId", id), () -> view.addNull("deviceId"));
        session.deviceName().ifPresent(name -> view.add("deviceName", name));
        return view.add("current", isCurrent)
                .add("loginAt", JsonValues.time(session.loginAt()))
                .add("lastActiveAt", JsonValues.time(session.lastActiveAt())).build();
    }
}
