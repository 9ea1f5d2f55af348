#include "rules/support/other_chains.h"

#include "rules/support/tls_service.h"

namespace veedor::rules {
namespace {

using facts::Trust;

ChainFault fault_of(const facts::Certificate& certificate, Trust trust, bool name_matches, Time now) {
  if (now > certificate.not_after) return ChainFault::expired;
  if (now < certificate.not_before) return ChainFault::not_yet_valid;
  if (trust == Trust::incomplete_chain) return ChainFault::incomplete;
  if (trust != Trust::trusted && trust != Trust::not_tested) return ChainFault::untrusted;
  return name_matches ? ChainFault::none : ChainFault::other_name;
}

}  // namespace

ChainFault fault_of(const facts::OtherChain& other, Time now) {
  if (other.chain.empty()) return ChainFault::none;
  return fault_of(other.chain.front(), other.trust, other.name_matches, now);
}

ChainFault fault_of(const facts::Tls& tls, Time now) {
  if (tls.chain.empty()) return ChainFault::none;
  return fault_of(tls.chain.front(), tls.trust, tls.name_matches, now);
}

std::string_view message_key(ChainFault fault) {
  switch (fault) {
    case ChainFault::none:
      return "";
    case ChainFault::untrusted:
      return "untrusted";
    case ChainFault::incomplete:
      return "incomplete";
    case ChainFault::expired:
      return "expired";
    case ChainFault::not_yet_valid:
      return "not-yet-valid";
    case ChainFault::other_name:
      return "other-name";
  }
  return "";
}

const facts::Certificate* other_certificate(const facts::OtherChain& other, const facts::Tls& tls) {
  if (other.chain.empty() || tls.chain.empty()) return nullptr;
  const facts::Certificate& certificate = other.chain.front();
  return same_certificate(certificate, tls.chain.front()) ? nullptr : &certificate;
}

std::string_view key_kind_asked(const facts::OtherChain& other) {
  if (other.seen_by == "rsa") return "RSA";
  return other.seen_by == "ecdsa" ? "ECDSA" : "";
}

bool seen_at_address(const facts::OtherChain& other) {
  return other.seen_by != "no_server_name" && key_kind_asked(other).empty();
}

}  // namespace veedor::rules
