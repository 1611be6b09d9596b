package org.gatehouse.graphql;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Leads from {@code /graphql}, where clients expect it, to the resource below {@code /api}: so that a request goes
 * through the same filters as all others.
 */
@WebServlet({"/graphql", "/graphql/"})
public class GraphqlServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        request.getRequestDispatcher("/api/graphql").forward(request, response);
    }
}
