#include "scanner/tls/certificates/extensions.h"

#include <array>
#include <chrono>

#include <openssl/core_names.h>
#include <openssl/ct.h>

#include "scanner/base/text.h"

namespace veedor::tls {
namespace {

constexpr std::size_t kMaxUrls = 8;
constexpr std::size_t kMaxScts = 32;
constexpr std::size_t kMaxUrl = 500;
constexpr long kStatusRequest = 5;  // RFC 7633, RFC 6066

using SctsPtr = std::unique_ptr<STACK_OF(SCT), Freer<SCT_LIST_free>>;

template <class Pointer>
Pointer extension_of(const X509* certificate, int id) {
  return Pointer(static_cast<typename Pointer::pointer>(X509_get_ext_d2i(certificate, id, nullptr, nullptr)));
}

std::string hexadecimal(const unsigned char* bytes, std::size_t size) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  for (std::size_t i = 0; i < size; ++i) text.append({kDigits[bytes[i] >> 4], kDigits[bytes[i] & 15]});
  return text;
}

// "http://…"; "" where the name is of another kind.
std::string url_of(const GENERAL_NAME* name) {
  if (name->type != GEN_URI) return {};
  const ASN1_STRING* uri = name->d.uniformResourceIdentifier;
  const std::string_view text(reinterpret_cast<const char*>(ASN1_STRING_get0_data(uri)),
                              static_cast<std::size_t>(ASN1_STRING_length(uri)));
  return shorten(printable(text), kMaxUrl);
}

void add(std::string url, std::vector<std::string>& urls) {
  if (!url.empty() && urls.size() < kMaxUrls) urls.push_back(std::move(url));
}

void read_access(const X509* certificate, facts::Certificate& facts) {
  const auto list = extension_of<AccessPtr>(certificate, NID_info_access);
  const int count = list ? sk_ACCESS_DESCRIPTION_num(list.get()) : 0;
  for (int i = 0; i < count; ++i) {
    const ACCESS_DESCRIPTION* access = sk_ACCESS_DESCRIPTION_value(list.get(), i);
    const int method = OBJ_obj2nid(access->method);
    if (method == NID_ad_OCSP) add(url_of(access->location), facts.ocsp_urls);
    if (method == NID_ad_ca_issuers) add(url_of(access->location), facts.issuer_urls);
  }
}

void read_distribution_points(const X509* certificate, facts::Certificate& facts) {
  const auto points = extension_of<PointsPtr>(certificate, NID_crl_distribution_points);
  const int count = points ? sk_DIST_POINT_num(points.get()) : 0;
  for (int i = 0; i < count; ++i) {
    const DIST_POINT* point = sk_DIST_POINT_value(points.get(), i);
    if (point->distpoint == nullptr || point->distpoint->type != 0) continue;
    const GENERAL_NAMES* names = point->distpoint->name.fullname;
    for (int j = 0; j < sk_GENERAL_NAME_num(names); ++j)
      add(url_of(sk_GENERAL_NAME_value(names, j)), facts.revocation_list_urls);
  }
}

bool may_serve(const X509* certificate) {
  const auto uses = extension_of<KeyUsesPtr>(certificate, NID_ext_key_usage);
  if (!uses) return true;
  for (int i = 0; i < sk_ASN1_OBJECT_num(uses.get()); ++i) {
    const int use = OBJ_obj2nid(sk_ASN1_OBJECT_value(uses.get(), i));
    if (use == NID_server_auth || use == NID_anyExtendedKeyUsage) return true;
  }
  return false;
}

bool must_staple(const X509* certificate) {
  const auto features = extension_of<FeaturesPtr>(certificate, NID_tlsfeature);
  const int count = features ? sk_ASN1_INTEGER_num(features.get()) : 0;
  for (int i = 0; i < count; ++i) {
    if (ASN1_INTEGER_get(sk_ASN1_INTEGER_value(features.get(), i)) == kStatusRequest) return true;
  }
  return false;
}

void read_timestamps(const X509* certificate, facts::Certificate& facts) {
  const auto scts = extension_of<SctsPtr>(certificate, NID_ct_precert_scts);
  const int count = scts ? sk_SCT_num(scts.get()) : 0;
  for (int i = 0; i < count && facts.scts.size() < kMaxScts; ++i) {
    const SCT* sct = sk_SCT_value(scts.get(), i);
    unsigned char* id = nullptr;
    const std::size_t size = SCT_get0_log_id(sct, &id);
    const std::chrono::milliseconds time(SCT_get_timestamp(sct));
    facts.scts.push_back(
        {.log_id = hexadecimal(id, size), .timestamp = Time(std::chrono::floor<std::chrono::seconds>(time))});
  }
}

// NIST's name where it has one: P-256.
std::string curve_name(const EVP_PKEY* key) {
  std::array<char, 80> name{};
  if (EVP_PKEY_get_utf8_string_param(key, OSSL_PKEY_PARAM_GROUP_NAME, name.data(), name.size(), nullptr) != 1)
    return {};
  const int id = OBJ_sn2nid(name.data());
  const char* nist = id == NID_undef ? nullptr : EC_curve_nid2nist(id);
  return nist == nullptr ? name.data() : nist;
}

std::string exponent_of(const EVP_PKEY* key) {
  BIGNUM* raw = nullptr;
  if (EVP_PKEY_get_bn_param(key, OSSL_PKEY_PARAM_RSA_E, &raw) != 1) return {};
  const BignumPtr exponent(raw);
  if (BN_num_bits(exponent.get()) > 256) return {};
  const StringPtr text(BN_bn2dec(exponent.get()));
  return text ? text.get() : std::string();
}

}  // namespace

void describe_extensions(X509* certificate, facts::Certificate& facts) {
  read_access(certificate, facts);
  read_distribution_points(certificate, facts);
  read_timestamps(certificate, facts);
  facts.server_auth = may_serve(certificate);
  facts.must_staple = must_staple(certificate);
  facts.precertificate = X509_get_ext_by_NID(certificate, NID_ct_precert_poison, -1) >= 0;
}

void describe_key(const EVP_PKEY* key, facts::Certificate& facts) {
  if (facts.key == facts::KeyKind::ec) facts.curve = curve_name(key);
  if (facts.key == facts::KeyKind::rsa) facts.rsa_exponent = exponent_of(key);
}

void describe_fingerprints(X509* certificate, facts::Certificate& facts) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  if (X509_digest(certificate, EVP_sha256(), digest.data(), &size) == 1)
    facts.sha256 = hexadecimal(digest.data(), size);
  unsigned char* key = nullptr;
  const int key_size = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(certificate), &key);
  const StringPtr owner(reinterpret_cast<char*>(key));
  if (key_size > 0 &&
      EVP_Digest(key, static_cast<std::size_t>(key_size), digest.data(), &size, EVP_sha256(), nullptr) == 1)
    facts.key_sha256 = hexadecimal(digest.data(), size);
  const ASN1_INTEGER* serial = X509_get0_serialNumber(certificate);
  constexpr int kMaxSerial = 64;
  const int length = std::min(ASN1_STRING_length(serial), kMaxSerial);
  facts.serial = hexadecimal(ASN1_STRING_get0_data(serial), static_cast<std::size_t>(length));
}

}  // namespace veedor::tls
