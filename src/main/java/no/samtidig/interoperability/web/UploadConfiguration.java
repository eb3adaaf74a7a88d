package no.samtidig.interoperability.web;

import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import no.samtidig.interoperability.FhirQuestionnaires;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Lets the page that takes a file in take a larger one than the others do. The limit belongs to the servlet an address is mapped to, so
 * this address has one of its own; it does nothing but pass on to the one all pages have.
 */
@Configuration
class UploadConfiguration {
    /** Set on a request whose form was too large to be read; its fields are then gone. */
    static final String TOO_LARGE = "samtidig.questionnaire-too-large";

    /** What is read and thrown away of a form that is too large: a browser reads the answer only when it has sent everything. */
    private static final long THROWN_AWAY = 16L * 1024 * 1024;

    @Bean
    ServletRegistrationBean<HttpServlet> questionnaireUpload() {
        ServletRegistrationBean<HttpServlet> registration =
                new ServletRegistrationBean<>(new Upload(), false, ImportController.PATH);
        registration.setName("questionnaireUpload");
        int around = 512 * 1024; // the pasted text, and what the form puts between its fields
        registration.setMultipartConfig(new MultipartConfigElement(
                "", FhirQuestionnaires.LARGEST, FhirQuestionnaires.LARGEST + around, 64 * 1024));
        return registration;
    }

    private static final class Upload extends HttpServlet {
        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response)
                throws ServletException, IOException {
            HttpServletRequest passed = request;
            String type = request.getContentType();
            if ("POST".equals(request.getMethod()) && type != null && type.startsWith("multipart/form-data")) {
                try {
                    request.getParts();
                } catch (IllegalStateException tooLarge) {
                    throwAway(request.getInputStream());
                    passed = new WithoutBody(request);
                    passed.setAttribute(TOO_LARGE, true);
                } catch (IOException | ServletException _) {
                    // broken off or no form at all: what comes after tells so in the way all pages do
                }
            }
            getServletContext().getNamedDispatcher("dispatcherServlet").forward(passed, response);
        }

        private static void throwAway(InputStream rest) throws IOException {
            byte[] buffer = new byte[64 * 1024];
            long left = THROWN_AWAY;
            int read = rest.read(buffer);
            while (read >= 0 && left > 0) {
                left -= read;
                read = rest.read(buffer);
            }
        }
    }

    /** The same request as if nothing had been sent with it. */
    private static final class WithoutBody extends HttpServletRequestWrapper {
        WithoutBody(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getContentType() {
            return null;
        }

        @Override
        public @Nullable String getParameter(String name) {
            return null;
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return null;
        }

        @Override
        public java.util.Map<String, String[]> getParameterMap() {
            return java.util.Map.of();
        }

        @Override
        public java.util.Enumeration<String> getParameterNames() {
            return java.util.Collections.emptyEnumeration();
        }
    }
}
