#include "rules/support/tls_service.h"

#include <algorithm>

#include "scanner/base/text.h"

namespace veedor::rules {
namespace {

using facts::Certificate;
using facts::Support;

constexpr std::size_t kMaxPath = 10;  // longer ones are no path that a browser would follow
constexpr std::size_t kMaxName = 80;
constexpr std::size_t kShownNames = 5;

bool has_web_address(const std::vector<std::string>& urls) {
  return std::ranges::any_of(urls,
                             [](const std::string& url) { return ascii_lower(url).starts_with("http"); });
}

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

bool publicly_trusted(const facts::Host& host) {
  const Certificate* own = own_certificate(host);
  return own != nullptr && host.tls.trust == facts::Trust::trusted &&
         (has_web_address(own->issuer_urls) || has_web_address(own->ocsp_urls) ||
          has_web_address(own->revocation_list_urls));
}

bool same_certificate(const Certificate& a, const Certificate& b) {
  return !a.sha256.empty() && a.sha256 == b.sha256;
}

std::string listed_names(const std::vector<std::string>& names) {
  std::string out;
  for (std::size_t i = 0; i < std::min(names.size(), kShownNames); ++i)
    out.append(i == 0 ? "" : ", ").append(shorten(printable(names[i]), kMaxName));
  return names.size() > kShownNames ? out + ", …" : out;
}

std::string short_name(const Certificate& certificate) {
  const std::string& first = certificate.names.empty() ? certificate.subject : certificate.names.front();
  return shorten(printable(certificate.common_name.empty() ? first : certificate.common_name), kMaxName);
}

}  // namespace veedor::rules
