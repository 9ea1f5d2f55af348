#include "rules/support/tls_service.h"

#include <algorithm>

#include "scanner/base/text.h"

namespace veedor::rules {
namespace {

using facts::Certificate;
using facts::Support;

constexpr std::size_t kMaxPath = 10;  // longer ones are no path that a browser would follow
constexpr std::size_t kMaxName = 80;

}  // namespace

bool speaks_tls(const facts::Tls& tls) {
  if (tls.outcome == facts::Outcome::interrupted) return false;
  return tls.tested() || std::ranges::any_of(tls.versions, [](const auto& entry) {
           return entry.second == Support::offered;
         });
}

Support support_of(const facts::Tls& tls, facts::TlsVersion version) {
  const auto found = tls.versions.find(version);
  return found == tls.versions.end() ? Support::not_tested : found->second;
}

const Certificate* own_certificate(const facts::Host& host) {
  return host.tls.tested() && !host.tls.chain.empty() ? &host.tls.chain.front() : nullptr;
}

std::vector<const Certificate*> path_without_root(const facts::Host& host) {
  std::vector<const Certificate*> path;
  const Certificate* next = own_certificate(host);
  while (next != nullptr && path.size() < kMaxPath) {
    path.push_back(next);
    // RFC 8446 §4.4.2: clients should be prepared for any order and for certificates that do not belong here.
    const auto issuer = std::ranges::find_if(host.tls.chain, [&](const Certificate& certificate) {
      return certificate.subject == next->issuer && !certificate.self_signed &&
             std::ranges::find(path, &certificate) == path.end();
    });
    next = issuer == host.tls.chain.end() ? nullptr : &*issuer;
  }
  return path;
}

std::string short_name(const Certificate& certificate) {
  const std::string& first = certificate.names.empty() ? certificate.subject : certificate.names.front();
  return shorten(printable(certificate.common_name.empty() ? first : certificate.common_name), kMaxName);
}

}  // namespace veedor::rules
