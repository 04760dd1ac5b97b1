#include <openssl/bio.h>
#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/ess.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/ts.h>
#include <openssl/x509.h>
#include <openssl/x509_vfy.h>

// Stacks are reached by macros, which Swift does not see.
static inline int cms_signer_count(STACK_OF(CMS_SignerInfo) *signers) {
    return sk_CMS_SignerInfo_num(signers);
}

static inline CMS_SignerInfo *cms_signer_at(STACK_OF(CMS_SignerInfo) *signers, int index) {
    return sk_CMS_SignerInfo_value(signers, index);
}

static inline STACK_OF(X509) *x509_stack_new(void) { return sk_X509_new_null(); }
static inline int x509_stack_push(STACK_OF(X509) *stack, X509 *certificate) {
    return sk_X509_push(stack, certificate);
}
static inline int x509_stack_count(const STACK_OF(X509) *stack) { return sk_X509_num(stack); }
static inline X509 *x509_stack_at(const STACK_OF(X509) *stack, int index) {
    return sk_X509_value(stack, index);
}
static inline void x509_stack_free(STACK_OF(X509) *stack) { sk_X509_free(stack); }
static inline void x509_stack_free_all(STACK_OF(X509) *stack) { sk_X509_pop_free(stack, X509_free); }

// A macro over a call that takes any pointer.
static inline long bio_memory(BIO *bio, char **start) { return BIO_get_mem_data(bio, start); }

// The style is made of casts, which Swift does not see: RFC 2253, letters of all languages kept.
static inline int print_name(BIO *bio, const X509_NAME *name) {
    return X509_NAME_print_ex(bio, name, 0, XN_FLAG_RFC2253 & ~ASN1_STRFLGS_ESC_MSB);
}
