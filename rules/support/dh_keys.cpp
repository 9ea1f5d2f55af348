#include "rules/support/dh_keys.h"

#include <algorithm>
#include <string>

#include "rules/support/tls_service.h"

namespace veedor::rules {
namespace {

using facts::DhKey;

// Adrian et al., "Imperfect Forward Secrecy" (2015): 512 bits were broken in minutes after a week's
// preparation for one prime, 768 are within reach of universities and 1024 of a state.
constexpr int kWithinReach = 1024;
constexpr int kMinBits = 2048;

}  // namespace

DhFault fault_of(const DhKey& key) {
  if (key.export_grade) return DhFault::export_grade;
  if (!key.safe_size) return DhFault::unsafe;
  if (key.bits < kWithinReach) return DhFault::broken;
  if (key.bits == kWithinReach && !key.prime_name.empty()) return DhFault::common;
  return key.bits < kMinBits ? DhFault::small : DhFault::none;
}

const DhKey* shortest_with(const facts::Host& host, DhFault fault) {
  const DhKey* shortest = nullptr;
  if (!speaks_tls(host.tls)) return shortest;
  for (const DhKey& key : host.tls.key_exchange.dh) {
    if (fault_of(key) == fault && (shortest == nullptr || key.bits < shortest->bits)) shortest = &key;
  }
  return shortest;
}

bool shows_dh_key(const facts::Host& host) {
  return speaks_tls(host.tls) &&
         std::ranges::any_of(host.tls.key_exchange.dh, [](const DhKey& key) { return !key.export_grade; });
}

Values dh_values(const facts::Host& host, const DhKey& key) {
  return {{"host", host.name}, {"bits", std::to_string(key.bits)}, {"prime", key.prime_name}};
}

}  // namespace veedor::rules
