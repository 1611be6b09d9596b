package org.gatehouse.accounts;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.gatehouse.permissions.Action;
import org.gatehouse.platform.Input;
import org.gatehouse.platform.JsonResponse;
import org.gatehouse.platform.QueryString;
import org.gatehouse.platform.RateLimited;
import org.gatehouse.platform.Redirect;

/** Everything about logging in and about passwords, over HTTP. */
@Path("auth")
@Singleton
public class AuthResource {

    private static final String HTML = "text/html; charset=utf-8";

    private final Login login;
    private final SignIn signIn;
    private final TokenResponse tokenResponse;
    private final Registration registration;
    private final EmailConfirmation confirmation;
    private final PasswordReset reset;
    private final PasswordChange change;

    @Inject
    AuthResource(Login login, SignIn signIn, TokenResponse tokenResponse, Registration registration,
            EmailConfirmation confirmation, PasswordReset reset, PasswordChange change) {
        this.login = login;
        this.signIn = signIn;
        this.tokenResponse = tokenResponse;
        this.registration = registration;
        this.confirmation = confirmation;
        this.reset = reset;
        this.change = change;
    }

    @POST
    @Path("local")
    @Action("auth.callback")
    @RateLimited
    public Response login(Input input, @Context HttpServletRequest request) {
        var user = login.login(input);
        return tokenResponse.of(signIn.tokens(user, input.text("deviceId")), signIn.answerWithoutToken(user), request);
    }

    /** The contract has this route: a login whose fields are always missing. */
    @GET
    @Path("local/callback")
    @Action("auth.callback")
    public Response callback(@Context HttpServletRequest request) {
        return login(new Input(JsonValue.EMPTY_JSON_OBJECT), request);
    }

    @POST
    @Path("local/register")
    @Action("auth.register")
    @RateLimited
    public Response register(Input input) {
        return JsonResponse.ok(registration.register(input));
    }

    @GET
    @Path("email-confirmation")
    @Action("auth.emailConfirmation")
    public Response confirmEmail(@Context HttpServletRequest request) {
        return Redirect.found(confirmation.confirm(QueryString.input(request.getQueryString()))).build();
    }

    /** Mail scanners look at links without following them; that confirms nothing. */
    @HEAD
    @Path("email-confirmation")
    @Action("auth.emailConfirmation")
    public Response lookAtConfirmationLink() {
        return Response.ok().type(HTML).build();
    }

    @POST
    @Path("send-email-confirmation")
    @Action("auth.sendEmailConfirmation")
    @RateLimited
    public Response sendEmailConfirmation(Input input) {
        return JsonResponse.ok(confirmation.resend(input));
    }

    @POST
    @Path("forgot-password")
    @Action("auth.forgotPassword")
    @RateLimited
    public Response forgotPassword(Input input) {
        return JsonResponse.ok(reset.forgot(input));
    }

    @POST
    @Path("reset-password")
    @Action("auth.resetPassword")
    @RateLimited
    public Response resetPassword(Input input) {
        return JsonResponse.ok(reset.reset(input));
    }

    @POST
    @Path("change-password")
    @Action("auth.changePassword")
    @RateLimited
    public Response changePassword(Input input, @Context SecurityContext caller) {
        return JsonResponse.ok(change.change(caller, input));
    }
}
