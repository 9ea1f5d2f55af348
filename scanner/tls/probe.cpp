#include "scanner/tls/probe.h"

#include <algorithm>
#include <exception>

#include "scanner/tls/certificate.h"
#include "scanner/tls/handshake.h"
#include "scanner/tls/socket.h"
#include "scanner/tls/trust.h"
#include "scanner/tls/versions.h"

namespace veedor::tls {
namespace {

using facts::Outcome;
using facts::Support;

// "[::1]" → "::1", "example.org." → "example.org": the spelling that certificates use.
std::string bare_host(std::string_view host) {
  if (host.size() > 2 && host.front() == '[' && host.back() == ']')
    return std::string(host.substr(1, host.size() - 2));
  if (host.ends_with('.')) host.remove_suffix(1);
  return std::string(host);
}

// RFC 6066 §3: the server_name extension is for domains, not for addresses.
std::string server_name_for(const std::string& host) {
  const bool address =
      host.find(':') != std::string::npos || host.find_first_not_of("0123456789.") == std::string::npos;
  return address || host.size() > 255 ? std::string() : host;
}

facts::Tls fail(facts::Tls tls, Outcome outcome, std::string detail) {
  tls.outcome = outcome;
  tls.detail = std::move(detail);
  return tls;
}

facts::Tls probe_service(std::string_view host, std::uint16_t port, const ProbeOptions& options) {
  facts::Tls tls;
  const Resolution resolution = resolve(host, port);
  if (resolution.outcome != Outcome::read) return fail(tls, resolution.outcome, resolution.detail);
  const Connection connection = connect(resolution.addresses, options.may_connect, options.timeout);
  tls.address = connection.address.text();
  if (connection.outcome != Outcome::read) return fail(tls, connection.outcome, connection.detail);

  const std::string name = bare_host(host);
  const std::string server_name = server_name_for(name);
  const Handshake handshake = shake_hands(connection.socket, server_name, options.timeout);
  tls.outcome = handshake.outcome;
  tls.detail = handshake.detail;
  tls.cipher = handshake.cipher;
  for (const X509Ptr& certificate : handshake.chain) tls.chain.push_back(describe(certificate.get()));
  if (!handshake.chain.empty()) {
    const TrustVerdict verdict = judge_trust(handshake.chain, options.ca_file, options.now);
    tls.trust = verdict.trust;
    tls.trust_detail = verdict.detail;
    tls.name_matches = names_host(handshake.chain.front().get(), name);
  }

  tls.versions = ask_versions(connection.address, server_name, options.timeout);
  // It does speak TLS, only none that libssl can complete, however its refusal looked like.
  const bool offered =
      std::ranges::any_of(tls.versions, [](const auto& entry) { return entry.second == Support::offered; });
  if (tls.outcome != Outcome::read && offered) tls.outcome = Outcome::tls_failed;
  return tls;
}

}  // namespace

facts::Tls probe(std::string_view host, std::uint16_t port, const ProbeOptions& options) {
  try {
    return probe_service(host, port, options);
  } catch (const std::exception& exception) {  // out of memory, or the guard threw
    return fail({}, Outcome::internal_error, exception.what());
  }
}

}  // namespace veedor::tls
