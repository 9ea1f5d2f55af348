#include "scanner/tls/certificates/trust.h"

#include <string_view>

namespace veedor::tls {
namespace {

using facts::Trust;

constexpr int kMaxDepth = 10;

StorePtr make_store(const std::string& ca_file, std::string& detail) {
  StorePtr store(X509_STORE_new());
  if (!store || X509_STORE_set_default_paths(store.get()) != 1) {
    detail = "the system's trust store cannot be read: " + take_openssl_error();
    return nullptr;
  }
  if (!ca_file.empty() && X509_STORE_load_file(store.get(), ca_file.c_str()) != 1) {
    detail = "the CA file cannot be read: " + take_openssl_error();
    return nullptr;
  }
  return store;
}

// NO_CHECK_TIME would also stop OpenSSL from preferring, among issuers of one name, the one that is valid
// now; so the dates are checked, and the answer is passed over for the host's own certificate.
int pass_over_leaf_dates(int ok, X509_STORE_CTX* context) {
  const int error = X509_STORE_CTX_get_error(context);
  const bool date = error == X509_V_ERR_CERT_HAS_EXPIRED || error == X509_V_ERR_CERT_NOT_YET_VALID;
  if (ok == 1 || !date || X509_STORE_CTX_get_error_depth(context) != 0) return ok;
  X509_STORE_CTX_set_error(context, X509_V_OK);
  return 1;
}

// RFC 5280 §4.2.2.1: the certificate says where its issuer's can be fetched. Public CAs always do: their
// issuer is an intermediate that the server should have sent. One's own CA hardly ever does: its issuer is
// simply not known.
bool names_issuer_address(X509* certificate) {
  const AccessPtr list(
      static_cast<AUTHORITY_INFO_ACCESS*>(X509_get_ext_d2i(certificate, NID_info_access, nullptr, nullptr)));
  const int count = list ? sk_ACCESS_DESCRIPTION_num(list.get()) : 0;
  for (int i = 0; i < count; ++i) {
    const ACCESS_DESCRIPTION* access = sk_ACCESS_DESCRIPTION_value(list.get(), i);
    if (OBJ_obj2nid(access->method) != NID_ad_ca_issuers || access->location->type != GEN_URI) continue;
    const ASN1_STRING* uri = access->location->d.uniformResourceIdentifier;
    const std::string_view text(reinterpret_cast<const char*>(ASN1_STRING_get0_data(uri)),
                                static_cast<std::size_t>(ASN1_STRING_length(uri)));
    if (text.starts_with("http")) return true;
  }
  return false;
}

Trust trust_of(int error, int depth, X509* leaf) {
  switch (error) {
    case X509_V_OK:
      return Trust::trusted;
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
      return Trust::self_signed;
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
      return Trust::unknown_issuer;
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
      return depth == 0 && names_issuer_address(leaf) ? Trust::incomplete_chain : Trust::unknown_issuer;
    default:
      return Trust::invalid;
  }
}

}  // namespace

TrustStore::TrustStore(const std::string& ca_file) : store_(make_store(ca_file, detail_)) {}

TrustVerdict TrustStore::judge(const CertificateChain& chain, Time now) const {
  TrustVerdict verdict;
  if (chain.empty()) return verdict;
  verdict.detail = detail_;
  const StoreContextPtr context(X509_STORE_CTX_new());
  const CertificateStackView sent(sk_X509_new_null());
  if (!store_ || !context || !sent) return verdict;
  for (const X509Ptr& certificate : chain) sk_X509_push(sent.get(), certificate.get());
  if (X509_STORE_CTX_init(context.get(), store_.get(), chain.front().get(), sent.get()) != 1) {
    verdict.detail = take_openssl_error();
    return verdict;
  }

  X509_VERIFY_PARAM* parameters = X509_STORE_CTX_get0_param(context.get());
  X509_VERIFY_PARAM_set_purpose(parameters, X509_PURPOSE_SSL_SERVER);
  X509_VERIFY_PARAM_set_trust(parameters, X509_TRUST_SSL_SERVER);
  X509_VERIFY_PARAM_set_time(parameters, now.time_since_epoch().count());
  X509_VERIFY_PARAM_set_auth_level(parameters, 0);
  X509_VERIFY_PARAM_set_depth(parameters, kMaxDepth);
  X509_STORE_CTX_set_verify_cb(context.get(), &pass_over_leaf_dates);

  const bool valid = X509_verify_cert(context.get()) == 1;
  int error = X509_STORE_CTX_get_error(context.get());
  if (!valid && error == X509_V_OK) error = X509_V_ERR_UNSPECIFIED;
  verdict.trust = trust_of(error, X509_STORE_CTX_get_error_depth(context.get()), chain.front().get());
  verdict.detail = X509_verify_cert_error_string(error);
  ERR_clear_error();
  return verdict;
}

}  // namespace veedor::tls
