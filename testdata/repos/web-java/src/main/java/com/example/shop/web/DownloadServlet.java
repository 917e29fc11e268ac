package com.example.shop.web;

import com.example.shop.store.Documents;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.util.HtmlUtils;

@WebServlet("/download")
public class DownloadServlet extends HttpServlet {
    private static final boolean PREVIEW = false;
    private final Documents documents = new Documents("/srv/documents");

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name = request.getParameter("name");
        response.setContentType("application/octet-stream");
        switch (request.getParameter("kind")) {
            case "raw":
                // Reaches a path in `Documents.read`.
                response.getOutputStream().write(documents.read(name));
                break;
            case "checked":
                response.getOutputStream().write(documents.readInside(name));
                break;
            default:
                missing(request, response, name);
        }
    }

    private void missing(HttpServletRequest request, HttpServletResponse response, String name) throws IOException {
        Map<String, String> texts = new HashMap<>();
        texts.put("title", "No such document");
        texts.put("name", name);
        List<String> lines = new ArrayList<>();
        lines.add("first");
        lines.add(name);
        lines.remove(0);
        response.setContentType("text/html");
        PrintWriter out = response.getWriter();
        out.println("<h1>" + texts.get("title") + "</h1>");
        out.println("<p>" + texts.get("name") + "</p>");
        out.println("<p>" + HtmlUtils.htmlEscape(lines.get(0)) + "</p>");
        if (PREVIEW) {
            out.println(request.getHeader("Referer"));
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Cookie last = new Cookie("last", "none");
        last.setHttpOnly(true);
        last.setSecure(false);
        response.addCookie(last);
        Cookie seen = new Cookie("seen", "yes");
        seen.setHttpOnly(true);
        seen.setSecure(true);
        response.addCookie(seen);
        request.getSession().setAttribute("folder", request.getParameter("folder"));
        request.getSession().setAttribute("size", Integer.parseInt(request.getParameter("size")));
        String next = request.getParameter("next");
        if ("/download".equals(next)) {
            response.sendRedirect("/download");
        } else {
            response.sendRedirect(next);
        }
    }
}
