package org.gatehouse.providers.protocol;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.gatehouse.platform.JsonValues;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads XML as if it were JSON: an element is an object of its children by their local names, or a text if it has none;
 * children of the same name are an array. The root's own name does not count. A document type is refused, and with it
 * everything that an XML parser could be made to fetch.
 */
final class Xml {

    private static final int DEEPEST = 32;

    private Xml() {
    }

    static JsonValue parse(String xml) throws SAXException {
        return value(document(xml).getDocumentElement(), 0);
    }

    private static Document document(String xml) throws SAXException {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setNamespaceAware(true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler()); // throws, without a word on the console
            return builder.parse(new InputSource(new StringReader(xml)));
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException("every Java platform reads XML safely", e);
        }
    }

    private static JsonValue value(Element element, int depth) throws SAXException {
        if (depth > DEEPEST) {
            throw new SAXException("nested too deeply");
        }
        var children = children(element);
        return children.isEmpty() ? JsonValues.text(element.getTextContent().strip()) : object(children, depth);
    }

    private static JsonObject object(Map<String, List<Element>> children, int depth) throws SAXException {
        var object = JsonValues.object();
        for (var child : children.entrySet()) {
            var values = JsonValues.array();
            for (var element : child.getValue()) {
                values.add(value(element, depth + 1));
            }
            var array = values.build();
            object.add(child.getKey(), array.size() == 1 ? array.get(0) : array);
        }
        return object.build();
    }

    private static Map<String, List<Element>> children(Element element) {
        var children = new LinkedHashMap<String, List<Element>>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.computeIfAbsent(child.getLocalName(), name -> new ArrayList<>()).add(child);
            }
        }
        return children;
    }
}
