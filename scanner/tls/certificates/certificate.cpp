#include "scanner/tls/certificates/certificate.h"

#include <algorithm>
#include <array>
#include <ctime>

#include <arpa/inet.h>

#include "scanner/base/text.h"
#include "scanner/tls/certificates/extensions.h"

namespace veedor::tls {
namespace {

using facts::KeyKind;

constexpr std::size_t kMaxText = 1024;
constexpr std::size_t kMaxNames = 1000;

std::string tidy(std::string_view text) { return shorten(printable(text), kMaxText); }

std::string memory_text(BIO* bio) {
  char* data = nullptr;
  const long size = BIO_get_mem_data(bio, &data);
  return size > 0 ? std::string(data, static_cast<std::size_t>(size)) : std::string();
}

std::string rfc2253(const X509_NAME* name) {
  const BioPtr bio(BIO_new(BIO_s_mem()));
  if (!bio || name == nullptr) return {};
  // Without ESC_MSB "ñ" stays a letter; tidy() takes care of the rest.
  const unsigned long flags = XN_FLAG_RFC2253 & ~static_cast<unsigned long>(ASN1_STRFLGS_ESC_MSB);
  X509_NAME_print_ex(bio.get(), name, 0, flags);
  return tidy(memory_text(bio.get()));
}

std::string common_name(const X509_NAME* name) {
  int index = -1;  // the last one is the most specific
  for (int next = 0; (next = X509_NAME_get_index_by_NID(name, NID_commonName, index)) >= 0;) index = next;
  const X509_NAME_ENTRY* entry = index < 0 ? nullptr : X509_NAME_get_entry(name, index);
  unsigned char* text = nullptr;
  const int size = entry == nullptr ? -1 : ASN1_STRING_to_UTF8(&text, X509_NAME_ENTRY_get_data(entry));
  if (size < 0) return {};
  const StringPtr owner(reinterpret_cast<char*>(text));
  return tidy({owner.get(), static_cast<std::size_t>(size)});
}

std::string_view bytes_of(const ASN1_STRING* string) {
  return {reinterpret_cast<const char*>(ASN1_STRING_get0_data(string)),
          static_cast<std::size_t>(ASN1_STRING_length(string))};
}

std::string address_text(std::string_view bytes) {
  std::array<char, INET6_ADDRSTRLEN> text{};
  const int family = bytes.size() == 4 ? AF_INET : AF_INET6;
  if (bytes.size() != 4 && bytes.size() != 16) return {};
  return inet_ntop(family, bytes.data(), text.data(), text.size()) == nullptr ? std::string() : text.data();
}

std::vector<std::string> alternative_names(const X509* certificate) {
  std::vector<std::string> names;
  const NamesPtr list(
      static_cast<GENERAL_NAMES*>(X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr)));
  const int count = list ? sk_GENERAL_NAME_num(list.get()) : 0;
  for (int i = 0; i < count && names.size() < kMaxNames; ++i) {
    const GENERAL_NAME* name = sk_GENERAL_NAME_value(list.get(), i);
    std::string text;
    if (name->type == GEN_DNS) text = ascii_lower(tidy(bytes_of(name->d.dNSName)));
    if (name->type == GEN_IPADD) text = address_text(bytes_of(name->d.iPAddress));
    if (!text.empty()) names.push_back(std::move(text));
  }
  return names;
}

Time time_of(const ASN1_TIME* time) {
  std::tm parts{};
  if (time == nullptr || ASN1_TIME_to_tm(time, &parts) != 1) return {};
  using namespace std::chrono;
  const auto day = year{parts.tm_year + 1900} / (parts.tm_mon + 1) / parts.tm_mday;
  return sys_days{day} + hours{parts.tm_hour} + minutes{parts.tm_min} + seconds{parts.tm_sec};
}

KeyKind kind_of(const EVP_PKEY* key) {
  switch (EVP_PKEY_get_base_id(key)) {
    case EVP_PKEY_RSA:
    case EVP_PKEY_RSA_PSS:
      return KeyKind::rsa;
    case EVP_PKEY_EC:
      return KeyKind::ec;
    case EVP_PKEY_ED25519:
      return KeyKind::ed25519;
    case EVP_PKEY_ED448:
      return KeyKind::ed448;
    case EVP_PKEY_DSA:
      return KeyKind::dsa;
    default:
      return KeyKind::other;
  }
}

std::string signature_algorithm(const X509* certificate) {
  const int id = X509_get_signature_nid(certificate);
  if (id != NID_undef) return OBJ_nid2sn(id);
  const X509_ALGOR* algorithm = nullptr;
  X509_get0_signature(nullptr, &algorithm, certificate);
  std::array<char, 128> text{};
  OBJ_obj2txt(text.data(), static_cast<int>(text.size()), algorithm->algorithm, 1);  // "1.3.6.1.…"
  return text.data();
}

}  // namespace

facts::Certificate describe(X509* certificate) {
  facts::Certificate facts;
  facts.subject = rfc2253(X509_get_subject_name(certificate));
  facts.issuer = rfc2253(X509_get_issuer_name(certificate));
  facts.common_name = common_name(X509_get_subject_name(certificate));
  facts.names = alternative_names(certificate);
  facts.not_before = time_of(X509_get0_notBefore(certificate));
  facts.not_after = time_of(X509_get0_notAfter(certificate));
  if (const EVP_PKEY* key = X509_get0_pubkey(certificate)) {
    facts.key = kind_of(key);
    facts.key_bits = EVP_PKEY_get_bits(key);
    describe_key(key, facts);
  }
  facts.signature_algorithm = signature_algorithm(certificate);
  facts.self_signed = X509_self_signed(certificate, 1) == 1;
  facts.is_ca = (X509_get_extension_flags(certificate) & EXFLAG_CA) != 0;
  describe_extensions(certificate, facts);
  describe_fingerprints(certificate, facts);
  ERR_clear_error();
  return facts;
}

X509Ptr parse_certificate(BytesView der) {
  const unsigned char* data = der.data();
  X509Ptr certificate(d2i_X509(nullptr, &data, static_cast<long>(der.size())));
  ERR_clear_error();
  return certificate;
}

bool names_host(X509* certificate, const std::string& host) {
  const bool matches =
      X509_check_ip_asc(certificate, host.c_str(), 0) == 1 ||
      X509_check_host(certificate, host.data(), host.size(),
                      X509_CHECK_FLAG_NEVER_CHECK_SUBJECT | X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS,
                      nullptr) == 1;
  ERR_clear_error();
  return matches;
}

}  // namespace veedor::tls
