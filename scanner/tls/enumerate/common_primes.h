// The primes of Diffie-Hellman that many servers share, and that are therefore worth an attacker's
// precomputation (Logjam).
#pragma once

#include <string_view>

#include "scanner/tls/wire/wire.h"

namespace veedor::tls {

// "RFC 2409 group 2"; "" for a prime that is not known to be shared. `prime` is big-endian, without leading
// zeros. The result lives as long as the program.
std::string_view common_prime_name(const Bytes& prime);

}  // namespace veedor::tls
