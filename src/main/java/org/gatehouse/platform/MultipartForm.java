package org.gatehouse.platform;

import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.fileupload2.core.AbstractFileUpload;
import org.apache.commons.fileupload2.core.DiskFileItem;
import org.apache.commons.fileupload2.core.DiskFileItemFactory;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.RequestContext;

/** Reads the fields of a multipart/form-data body (RFC 7578). Files have no place in this API and are passed over. */
final class MultipartForm {

    private static final int MOST_PARTS = 200;

    private MultipartForm() {
    }

    static JsonObject parse(byte[] body, String contentType) {
        var fields = JsonValues.object();
        try {
            var parts = new Parser().getItemIterator(new Body(body, contentType));
            for (var count = 0; parts.hasNext(); count++) {
                FileItemInput part = parts.next();
                if (count == MOST_PARTS) {
                    throw PlatformError.TOO_LARGE.exception();
                }
                if (part.isFormField() && part.getFieldName() != null) {
                    fields.add(part.getFieldName(), Unicode.decode(part.getInputStream().readAllBytes()));
                }
            }
        } catch (ApiException e) {
            throw e;
        } catch (IOException | RuntimeException e) { // the parser has many ways to say that it cannot go on
            throw PlatformError.MALFORMED_FORM.exception();
        }
        return fields.build();
    }

    private static final class Parser extends AbstractFileUpload<RequestContext, DiskFileItem, DiskFileItemFactory> {

        @Override
        public FileItemInputIterator getItemIterator(RequestContext request) throws IOException {
            return super.getItemIterator(request);
        }

        @Override
        public java.util.Map<String, java.util.List<DiskFileItem>> parseParameterMap(RequestContext request) {
            throw new UnsupportedOperationException("parts are read one by one");
        }

        @Override
        public java.util.List<DiskFileItem> parseRequest(RequestContext request) {
            throw new UnsupportedOperationException("parts are read one by one");
        }
    }

    private record Body(byte[] bytes, String contentType) implements RequestContext {

        @Override
        public String getCharacterEncoding() {
            return "UTF-8";
        }

        @Override
        public long getContentLength() {
            return bytes.length;
        }

        @Override
        public String getContentType() {
            return contentType;
        }

        @Override
        public InputStream getInputStream() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public boolean isMultipartRelated() {
            return false;
        }
    }
}
