#include "CWorkbook.h"

#include <archive.h>
#include <archive_entry.h>
#include <dlfcn.h>
#include <pthread.h>

static struct {
    bool is_there;
    typeof(archive_read_new) *read_new;
    typeof(archive_read_free) *read_free;
    typeof(archive_read_support_format_zip_seekable) *support_zip;
    typeof(archive_read_open_memory) *open_memory;
    typeof(archive_read_next_header) *next_header;
    typeof(archive_read_data) *read_data;
    typeof(archive_entry_pathname) *pathname;
    typeof(archive_entry_is_encrypted) *is_encrypted;
} library;

static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
    void *handle = dlopen("libarchive.so.13", RTLD_LAZY | RTLD_LOCAL);
    if (!handle) return;
    library.read_new = (typeof(library.read_new))dlsym(handle, "archive_read_new");
    library.read_free = (typeof(library.read_free))dlsym(handle, "archive_read_free");
    library.support_zip =
        (typeof(library.support_zip))dlsym(handle, "archive_read_support_format_zip_seekable");
    library.open_memory = (typeof(library.open_memory))dlsym(handle, "archive_read_open_memory");
    library.next_header = (typeof(library.next_header))dlsym(handle, "archive_read_next_header");
    library.read_data = (typeof(library.read_data))dlsym(handle, "archive_read_data");
    library.pathname = (typeof(library.pathname))dlsym(handle, "archive_entry_pathname");
    library.is_encrypted = (typeof(library.is_encrypted))dlsym(handle, "archive_entry_is_encrypted");
    library.is_there = library.read_new && library.read_free && library.support_zip &&
                       library.open_memory && library.next_header && library.read_data &&
                       library.pathname && library.is_encrypted;
}

bool zip_is_there(void) {
    pthread_once(&once, load);
    return library.is_there;
}

struct archive *zip_open(const void *bytes, size_t length) {
    struct archive *zip = library.read_new();
    if (!zip) return NULL;
    if (library.support_zip(zip) == ARCHIVE_OK &&
        library.open_memory(zip, bytes, length) == ARCHIVE_OK)
        return zip;
    library.read_free(zip);
    return NULL;
}

int zip_next(struct archive *zip, struct archive_entry **entry) {
    switch (library.next_header(zip, entry)) {
    case ARCHIVE_OK:
    case ARCHIVE_WARN: return 1;
    case ARCHIVE_EOF: return 0;
    default: return -1;
    }
}

const char *zip_name(struct archive_entry *entry) { return library.pathname(entry); }

bool zip_is_encrypted(struct archive_entry *entry) { return library.is_encrypted(entry) != 0; }

ptrdiff_t zip_read(struct archive *zip, void *bytes, size_t length) {
    ptrdiff_t count = library.read_data(zip, bytes, length);
    return count < 0 ? -1 : count;
}

void zip_close(struct archive *zip) { library.read_free(zip); }
