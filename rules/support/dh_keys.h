// The Diffie-Hellman keys (over a finite field) that a host has shown, and what each is worth.
#pragma once

#include <cstdint>
#include <vector>

#include "rules/rule.h"
#include "scanner/facts/host.h"

namespace veedor::rules {

// The worst that is wrong with a key, so that one key is one finding.
enum class DhFault : std::uint8_t {
  none,
  export_grade,  // of an export suite, which tls/suite-export reports
  unsafe,        // generator or public value out of range
  broken,        // below 1024 bits: LOGJAM
  common,        // 1024 bits, of a prime that many servers share
  small,         // below 2048 bits: RFC 9325 §4.5
};
DhFault fault_of(const facts::DhKey& key);

// The shortest key with that fault; null where none has it.
const facts::DhKey* shortest_with(const facts::Host& host, DhFault fault);

// True if a key was seen that does not belong to an export suite.
bool shows_dh_key(const facts::Host& host);

// The values {host}, {bits} and {prime} of a message.
Values dh_values(const facts::Host& host, const facts::DhKey& key);

}  // namespace veedor::rules
