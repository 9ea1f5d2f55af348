#include "scanner/dns/tlsa.h"

#include <algorithm>

namespace veedor::dns {
namespace {

bool fits(const facts::Tlsa& record, const facts::Certificate& certificate) {
  const std::string& hash = record.selector == 0 ? certificate.sha256 : certificate.key_sha256;
  return !hash.empty() && hash == record.data;
}

}  // namespace

void match(std::vector<facts::Tlsa>& records, const std::vector<facts::Certificate>& chain) {
  for (facts::Tlsa& record : records) {
    record.matches = false;
    if (!facts::has_sha256(record) || chain.empty()) continue;
    if (record.usage == 1 || record.usage == 3) {
      record.matches = fits(record, chain.front());
      continue;
    }
    record.matches = std::ranges::any_of(chain, [&](const facts::Certificate& certificate) {
      const bool authority = certificate.is_ca || &certificate != &chain.front();
      return authority && fits(record, certificate);
    });
  }
}

}  // namespace veedor::dns
