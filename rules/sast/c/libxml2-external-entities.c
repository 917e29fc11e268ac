#include <libxml/parser.h>

void bad(const char *text, int n, xmlParserCtxtPtr ctx)
{
    // ruleid: libxml2-external-entities
    xmlDocPtr doc = xmlReadMemory(text, n, "in.xml", NULL, XML_PARSE_NOENT);
    // ruleid: libxml2-external-entities
    doc = xmlReadFile("in.xml", NULL, XML_PARSE_DTDLOAD | XML_PARSE_NOENT);
    // ruleid: libxml2-external-entities
    xmlCtxtUseOptions(ctx, XML_PARSE_DTDVALID);
    // ruleid: libxml2-external-entities
    xmlSubstituteEntitiesDefault(1);
}

void fine(const char *text, int n, xmlParserCtxtPtr ctx, int options)
{
    // ok: libxml2-external-entities
    xmlDocPtr doc = xmlReadMemory(text, n, "in.xml", NULL, XML_PARSE_NONET);
    // ok: libxml2-external-entities
    doc = xmlReadFile("in.xml", NULL, 0);
    // ok: libxml2-external-entities
    xmlCtxtUseOptions(ctx, options);
    // ok: libxml2-external-entities
    xmlSubstituteEntitiesDefault(0);
}
