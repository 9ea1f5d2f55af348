#include "demo/authority.h"

#include <initializer_list>
#include <memory>
#include <utility>

#include <openssl/bn.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>

namespace veedor::demo {
namespace {

template <auto Free>
struct Freer {
  template <class T>
  void operator()(T* object) const {
    Free(object);
  }
};
void free_names(GENERAL_NAMES* names) { GENERAL_NAMES_free(names); }

using BioPtr = std::unique_ptr<BIO, Freer<BIO_free>>;
using KeyPtr = std::unique_ptr<EVP_PKEY, Freer<EVP_PKEY_free>>;
using X509Ptr = std::unique_ptr<X509, Freer<X509_free>>;
using ExtensionPtr = std::unique_ptr<X509_EXTENSION, Freer<X509_EXTENSION_free>>;
using NumberPtr = std::unique_ptr<BIGNUM, Freer<BN_free>>;
using NamePtr = std::unique_ptr<GENERAL_NAME, Freer<GENERAL_NAME_free>>;
using NamesPtr = std::unique_ptr<GENERAL_NAMES, Freer<free_names>>;

constexpr std::size_t kMaxCommonName = 64;  // RFC 5280, ub-common-name

Error failure(const char* what) {
  const char* reason = ERR_reason_error_string(ERR_peek_last_error());
  ERR_clear_error();
  return {std::string(what) + (reason == nullptr ? "" : std::string(": ") + reason)};
}

KeyPtr make_key(int rsa_bits) {
  if (rsa_bits == 0) return KeyPtr(EVP_EC_gen("P-256"));
  return KeyPtr(EVP_RSA_gen(static_cast<unsigned int>(rsa_bits)));
}

std::string text_of(BIO* bio) {
  char* data = nullptr;
  const long size = BIO_get_mem_data(bio, &data);
  return size > 0 ? std::string(data, static_cast<std::size_t>(size)) : std::string();
}

std::string pem_of(X509* certificate) {
  const BioPtr bio(BIO_new(BIO_s_mem()));
  PEM_write_bio_X509(bio.get(), certificate);
  return text_of(bio.get());
}

std::string pem_of(const EVP_PKEY* key) {
  const BioPtr bio(BIO_new(BIO_s_mem()));
  PEM_write_bio_PKCS8PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr);
  return text_of(bio.get());
}

BioPtr reader_of(const std::string& pem) {
  return BioPtr(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
}

// 127 random bits: positive, and within the 20 bytes of RFC 5280 §4.1.2.2.
bool set_serial(X509* certificate) {
  const NumberPtr number(BN_new());
  return number && BN_rand(number.get(), 127, BN_RAND_TOP_ONE, BN_RAND_BOTTOM_ANY) == 1 &&
         BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate)) != nullptr;
}

bool set_subject(X509* certificate, const std::string& common_name) {
  X509_NAME* name = X509_get_subject_name(certificate);
  const auto add = [name](const char* field, const std::string& text) {
    const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
    return X509_NAME_add_entry_by_txt(name, field, MBSTRING_UTF8, bytes, static_cast<int>(text.size()), -1,
                                      0) == 1;
  };
  return add("O", "Consejo Electoral de Altamira") &&
         (common_name.empty() || common_name.size() > kMaxCommonName || add("CN", common_name));
}

bool set_times(X509* certificate, Time not_before, Time not_after) {
  return ASN1_TIME_set(X509_getm_notBefore(certificate), not_before.time_since_epoch().count()) != nullptr &&
         ASN1_TIME_set(X509_getm_notAfter(certificate), not_after.time_since_epoch().count()) != nullptr;
}

// In the language of OpenSSL's x509v3_config(5): only for texts that are ours.
bool add_extension(X509* certificate, X509* issuer, int id, const std::string& text) {
  X509V3_CTX context;
  X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
  const ExtensionPtr extension(X509V3_EXT_conf_nid(nullptr, &context, id, text.c_str()));
  return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

NamePtr general_name(const std::string& text) {
  if (ASN1_OCTET_STRING* address = a2i_IPADDRESS(text.c_str())) {
    NamePtr name(GENERAL_NAME_new());
    GENERAL_NAME_set0_value(name.get(), GEN_IPADD, address);
    return name;
  }
  ERR_clear_error();
  NamePtr name(GENERAL_NAME_new());
  ASN1_IA5STRING* domain = ASN1_IA5STRING_new();
  ASN1_STRING_set(domain, text.data(), static_cast<int>(text.size()));
  GENERAL_NAME_set0_value(name.get(), GEN_DNS, domain);
  return name;
}

bool add_alternative_names(X509* certificate, const std::vector<std::string>& names) {
  const NamesPtr list(GENERAL_NAMES_new());
  for (const std::string& name : names) sk_GENERAL_NAME_push(list.get(), general_name(name).release());
  return names.empty() || X509_add1_ext_i2d(certificate, NID_subject_alt_name, list.get(), 0, 0) == 1;
}

// Everything but names, extensions and signature.
X509Ptr blank(const EVP_PKEY* key, const std::string& common_name, Time not_before, Time not_after) {
  X509Ptr certificate(X509_new());
  const bool done = certificate && X509_set_version(certificate.get(), X509_VERSION_3) == 1 &&
                    set_serial(certificate.get()) && set_subject(certificate.get(), common_name) &&
                    set_times(certificate.get(), not_before, not_after) &&
                    X509_set_pubkey(certificate.get(), const_cast<EVP_PKEY*>(key)) == 1;
  return done ? std::move(certificate) : nullptr;
}

struct Issuer {
  X509* certificate;
  EVP_PKEY* key;
};

// The key identifiers, which need the issuer's, and the signature.
bool seal(X509* certificate, Issuer issuer, bool sha1) {
  return X509_set_issuer_name(certificate, X509_get_subject_name(issuer.certificate)) == 1 &&
         add_extension(certificate, issuer.certificate, NID_subject_key_identifier, "hash") &&
         add_extension(certificate, issuer.certificate, NID_authority_key_identifier, "keyid:always") &&
         X509_sign(certificate, issuer.key, sha1 ? EVP_sha1() : EVP_sha256()) > 0;
}

X509Ptr make_ca(const EVP_PKEY* key, const std::string& common_name, Time now, const char* constraints) {
  X509Ptr certificate = blank(key, common_name, now - std::chrono::days(365), now + std::chrono::days(3650));
  const bool done = certificate &&
                    add_extension(certificate.get(), nullptr, NID_basic_constraints, constraints) &&
                    add_extension(certificate.get(), nullptr, NID_key_usage, "critical,keyCertSign,cRLSign");
  return done ? std::move(certificate) : nullptr;
}

X509Ptr make_leaf(const EVP_PKEY* key, const CertificateRequest& request) {
  const std::string common_name = request.names.empty() ? std::string() : request.names.front();
  X509Ptr certificate = blank(key, common_name, request.not_before, request.not_after);
  const char* usage =
      request.rsa_bits == 0 ? "critical,digitalSignature" : "critical,digitalSignature,keyEncipherment";
  const bool done =
      certificate && add_extension(certificate.get(), nullptr, NID_basic_constraints, "critical,CA:FALSE") &&
      add_extension(certificate.get(), nullptr, NID_key_usage, usage) &&
      add_extension(certificate.get(), nullptr, NID_ext_key_usage, "serverAuth") &&
      add_alternative_names(certificate.get(), request.names) &&
      (request.issuer_url.empty() ||
       add_extension(certificate.get(), nullptr, NID_info_access, "caIssuers;URI:" + request.issuer_url));
  return done ? std::move(certificate) : nullptr;
}

}  // namespace

Result<Authority> Authority::create(Time now) {
  const KeyPtr key = make_key(0);
  const X509Ptr root = key ? make_ca(key.get(), "Altamira demo root", now, "critical,CA:TRUE") : nullptr;
  if (!root || !seal(root.get(), {root.get(), key.get()}, false))
    return failure("the root could not be made");
  Authority authority;
  authority.root_pem_ = pem_of(root.get());
  authority.certificate_pem_ = authority.root_pem_;
  authority.key_pem_ = pem_of(key.get());
  return authority;
}

Result<Authority> Authority::intermediate(Time now) const {
  const X509Ptr issuer(PEM_read_bio_X509(reader_of(certificate_pem_).get(), nullptr, nullptr, nullptr));
  const KeyPtr issuer_key(PEM_read_bio_PrivateKey(reader_of(key_pem_).get(), nullptr, nullptr, nullptr));
  const KeyPtr key = make_key(0);
  if (!issuer || !issuer_key || !key) return failure("a key could not be made");
  const X509Ptr certificate =
      make_ca(key.get(), "Altamira demo intermediate", now, "critical,CA:TRUE,pathlen:0");
  if (!certificate || !seal(certificate.get(), {issuer.get(), issuer_key.get()}, false)) {
    return failure("the intermediate could not be made");
  }
  Authority authority;
  authority.root_pem_ = root_pem_;
  authority.certificate_pem_ = pem_of(certificate.get());
  authority.key_pem_ = pem_of(key.get());
  return authority;
}

Result<KeyPair> Authority::issue(const CertificateRequest& request) const {
  const X509Ptr issuer(PEM_read_bio_X509(reader_of(certificate_pem_).get(), nullptr, nullptr, nullptr));
  const KeyPtr issuer_key(PEM_read_bio_PrivateKey(reader_of(key_pem_).get(), nullptr, nullptr, nullptr));
  const KeyPtr key = make_key(request.rsa_bits);
  if (!issuer || !issuer_key || !key) return failure("a key could not be made");
  const X509Ptr leaf = make_leaf(key.get(), request);
  if (!leaf || !seal(leaf.get(), {issuer.get(), issuer_key.get()}, request.sha1)) {
    return failure("the certificate could not be made");
  }
  const std::string behind = certificate_pem_ == root_pem_ ? std::string() : certificate_pem_;
  return KeyPair{pem_of(leaf.get()) + behind, pem_of(key.get())};
}

Result<KeyPair> Authority::self_signed(const CertificateRequest& request) {
  const KeyPtr key = make_key(request.rsa_bits);
  const X509Ptr leaf = key ? make_leaf(key.get(), request) : nullptr;
  if (!leaf || !seal(leaf.get(), {leaf.get(), key.get()}, request.sha1)) {
    return failure("the certificate could not be made");
  }
  return KeyPair{pem_of(leaf.get()), pem_of(key.get())};
}

}  // namespace veedor::demo
