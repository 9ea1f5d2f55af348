#include "scanner/tls/certificates/staple.h"

#include <ctime>

#include "scanner/tls/certificates/chain.h"

namespace veedor::tls {
namespace {

using facts::StapleState;

Time time_of(const ASN1_GENERALIZEDTIME* time) {
  std::tm parts{};
  if (time == nullptr || ASN1_TIME_to_tm(time, &parts) != 1) return {};
  using namespace std::chrono;
  return sys_days{year{parts.tm_year + 1900} / (parts.tm_mon + 1) / parts.tm_mday} + hours{parts.tm_hour} +
         minutes{parts.tm_min} + seconds{parts.tm_sec};
}

facts::Staple invalid(std::string detail) {
  return {.state = StapleState::invalid, .detail = std::move(detail)};
}

facts::Staple not_tested(std::string detail) { return {.detail = std::move(detail)}; }

// RFC 6960 §4.2.2.2: by the issuer, or by a responder that the issuer certified. Whether the issuer itself is
// trusted is judged with the chain.
bool is_signed_by_chain(OCSP_BASICRESP* basic, const CertificateChain& chain) {
  const StorePtr store(X509_STORE_new());
  const CertificateStackView issuers(sk_X509_new_null());
  if (!store || !issuers) return false;
  for (std::size_t i = 1; i < chain.size(); ++i) {
    sk_X509_push(issuers.get(), chain[i].get());
    X509_STORE_add_cert(store.get(), chain[i].get());
  }
  X509_VERIFY_PARAM_set_flags(X509_STORE_get0_param(store.get()), X509_V_FLAG_PARTIAL_CHAIN);
  return OCSP_basic_verify(basic, issuers.get(), store.get(), OCSP_TRUSTOTHER) == 1;
}

}  // namespace

facts::Staple judge_staple(BytesView response, const CertificateChain& chain, Time now) {
  if (response.empty()) return {};
  const unsigned char* data = response.data();
  const OcspResponsePtr parsed(d2i_OCSP_RESPONSE(nullptr, &data, static_cast<long>(response.size())));
  if (!parsed) return invalid("it is no OCSP response");
  const int status = OCSP_response_status(parsed.get());
  if (status != OCSP_RESPONSE_STATUS_SUCCESSFUL)
    return invalid(std::string("the responder said ") + OCSP_response_status_str(status));
  const OcspBasicPtr basic(OCSP_response_get1_basic(parsed.get()));
  if (!basic) return invalid("it holds no answer that can be read");
  X509* issuer = issuer_in(chain);
  if (issuer == nullptr) return not_tested("not tested: no issuer was sent");
  const OcspIdPtr id(OCSP_cert_to_id(nullptr, chain.front().get(), issuer));
  if (!id) return not_tested("not tested: " + take_openssl_error());

  int state = V_OCSP_CERTSTATUS_UNKNOWN;
  int reason = 0;
  ASN1_GENERALIZEDTIME* revoked = nullptr;
  ASN1_GENERALIZEDTIME* from = nullptr;
  ASN1_GENERALIZEDTIME* until = nullptr;
  const bool found =
      OCSP_resp_find_status(basic.get(), id.get(), &state, &reason, &revoked, &from, &until) == 1;
  facts::Staple staple;
  if (!found) return invalid("it is of another certificate");
  staple.this_update = time_of(from);
  staple.next_update = time_of(until);
  if (!is_signed_by_chain(basic.get(), chain)) {
    staple.state = StapleState::invalid;
    staple.detail = "its signature is not the issuer's";
  } else if (state == V_OCSP_CERTSTATUS_REVOKED) {
    staple.state = StapleState::revoked;
    if (reason >= 0) staple.detail = OCSP_crl_reason_str(reason);
  } else if (until != nullptr && staple.next_update < now) {
    staple.state = StapleState::expired;
  } else {
    staple.state = state == V_OCSP_CERTSTATUS_GOOD ? StapleState::good : StapleState::unknown;
  }
  ERR_clear_error();
  return staple;
}

}  // namespace veedor::tls
