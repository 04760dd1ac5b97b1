#include "CWorkbook.h"

#include <dlfcn.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

struct xml_parser {
    struct xml_events events;
    void *context;
    xmlParserCtxtPtr parser;
    bool is_stopped;
    bool is_malformed;
};

static struct {
    bool is_there;
    typeof(xmlCreatePushParserCtxt) *create;
    typeof(xmlCtxtUseOptions) *use_options;
    typeof(xmlParseChunk) *parse_chunk;
    typeof(xmlStopParser) *stop;
    typeof(xmlFreeDoc) *free_doc;
    typeof(xmlFreeParserCtxt) *free;
} library;

static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
    void *handle = dlopen("libxml2.so.2", RTLD_LAZY | RTLD_LOCAL);
    if (!handle) return;
    library.create = (typeof(library.create))dlsym(handle, "xmlCreatePushParserCtxt");
    library.use_options = (typeof(library.use_options))dlsym(handle, "xmlCtxtUseOptions");
    library.parse_chunk = (typeof(library.parse_chunk))dlsym(handle, "xmlParseChunk");
    library.stop = (typeof(library.stop))dlsym(handle, "xmlStopParser");
    library.free_doc = (typeof(library.free_doc))dlsym(handle, "xmlFreeDoc");
    library.free = (typeof(library.free))dlsym(handle, "xmlFreeParserCtxt");
    library.is_there = library.create && library.use_options && library.parse_chunk &&
                       library.stop && library.free_doc && library.free;
}

bool xml_is_there(void) {
    pthread_once(&once, load);
    return library.is_there;
}

static void on_start(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                     int namespace_count, const xmlChar **namespaces, int count, int defaulted,
                     const xmlChar **attributes) {
    struct xml_parser *self = context;
    (void)prefix, (void)uri, (void)namespace_count, (void)namespaces, (void)defaulted;
    if (!self->is_stopped)
        self->events.start(self->context, (const char *)name, (const char *const *)attributes,
                           count);
}

static void on_end(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
    struct xml_parser *self = context;
    (void)prefix, (void)uri;
    if (!self->is_stopped) self->events.end(self->context, (const char *)name);
}

static void on_text(void *context, const xmlChar *bytes, int length) {
    struct xml_parser *self = context;
    if (!self->is_stopped) self->events.text(self->context, (const char *)bytes, length);
}

static void on_doctype(void *context, const xmlChar *name, const xmlChar *external_id,
                       const xmlChar *system_id) {
    struct xml_parser *self = context;
    (void)name, (void)external_id, (void)system_id;
    if (!self->is_stopped) self->events.doctype(self->context);
    xml_stop(self);
}

// Without it libxml2 would print.
static void on_error(void *context, xmlErrorPtr error) {
    struct xml_parser *self = context;
    if (error->level == XML_ERR_FATAL) self->is_malformed = true;
}

struct xml_parser *xml_open(const struct xml_events *events, void *context) {
    struct xml_parser *self = calloc(1, sizeof *self);
    if (!self) return NULL;
    self->events = *events;
    self->context = context;
    xmlSAXHandler handler;
    memset(&handler, 0, sizeof handler);
    handler.initialized = XML_SAX2_MAGIC;
    handler.startElementNs = on_start;
    handler.endElementNs = on_end;
    handler.characters = on_text;
    handler.ignorableWhitespace = on_text;
    handler.cdataBlock = on_text;
    handler.internalSubset = on_doctype;
    handler.serror = on_error;
    self->parser = library.create(&handler, self, NULL, 0, NULL);
    if (!self->parser) {
        free(self);
        return NULL;
    }
    // Entities are the five of XML itself, since reading ends before any could be declared; nothing is
    // fetched, and the parser's limits stay in force.
    library.use_options(self->parser, XML_PARSE_NONET | XML_PARSE_NOENT);
    return self;
}

bool xml_feed(struct xml_parser *self, const void *bytes, int length, bool is_last) {
    if (self->is_stopped || self->is_malformed) return false;
    library.parse_chunk(self->parser, bytes, length, is_last);
    return !self->is_stopped && !self->is_malformed;
}

void xml_stop(struct xml_parser *self) {
    if (self->is_stopped) return;
    self->is_stopped = true;
    library.stop(self->parser);
}

int xml_line(struct xml_parser *self) {
    return self->parser->input ? self->parser->input->line : 0;
}

void xml_close(struct xml_parser *self) {
    if (self->parser->myDoc) library.free_doc(self->parser->myDoc);
    library.free(self->parser);
    free(self);
}
