#include "scanner/tls/probe.h"

#include <algorithm>
#include <exception>

#include "scanner/tls/assessment.h"

namespace veedor::tls {
namespace {

using facts::Outcome;
using facts::Support;

constexpr int kTimeouts = 6;           // of the whole assessment, in time limits of one connection
constexpr std::size_t kMaxOthers = 3;  // addresses beside the first: each costs some ten connections

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

// The addresses are tried in their order, until one lets us connect; the others are compared with it.
void run(Loop& loop, const std::vector<Target>& targets, const ProbeOptions& options, facts::Tls& tls) {
  const TrustStore trust(options.ca_file);
  std::size_t chosen = 0;
  Handshake first;
  for (; chosen < targets.size(); ++chosen) {
    const Target& target = targets[chosen];
    Handshake next = shake_hands(loop, target.address, options.timeout, {.server_name = target.server_name});
    // Our time is up: what an earlier address told stands.
    if (chosen > 0 && !next.connected && next.outcome == Outcome::interrupted) break;
    tls.address = target.address.text();
    first = std::move(next);
    if (first.connected) break;
  }
  tls.outcome = first.outcome;
  tls.detail = first.detail;
  if (!first.connected) return;
  assess(loop, targets[chosen], options, trust, first, tls);
  for (std::size_t i = 0; i < targets.size() && tls.other_addresses.size() < kMaxOthers; ++i) {
    if (i == chosen) continue;
    compare(loop, targets[i], options, trust, tls, tls.other_addresses.emplace_back());
  }
}

facts::Tls probe_service(std::string_view host, std::uint16_t port, const ProbeOptions& options) {
  facts::Tls tls;
  const Resolution resolution = resolve(host, port);
  if (resolution.outcome != Outcome::read) return fail(tls, resolution.outcome, resolution.detail);
  const std::string name = bare_host(host);
  std::vector<Target> targets;
  for (const Address& address : resolution.addresses) {
    if (tls.address.empty()) tls.address = address.text();
    if (!options.may_connect || options.may_connect(address.generic()))
      targets.push_back({address, name, server_name_for(name)});
  }
  if (targets.empty()) return fail(tls, Outcome::address_blocked, {});

  Manners manners = options.manners;
  const bool own_machine =
      std::ranges::all_of(targets, [](const Target& target) { return target.address.is_loopback(); });
  if (own_machine && !manners.per_second) manners.per_second = 0;
  Loop loop(manners, Clock::now() + kTimeouts * options.timeout);
  loop.run([&] { run(loop, targets, options, tls); });
  tls.connections = static_cast<std::uint32_t>(loop.opened());
  tls.intrusive = options.intrusive;
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
