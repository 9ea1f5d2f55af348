// What separates a service from the profiles of Mozilla's Server Side TLS guidelines 6.0.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "scanner/facts/host.h"

namespace veedor::tls {

// Empty: it fits. `hsts_max_age` in seconds; nothing where it is not known, and then not compared.
std::vector<facts::ProfileGap> modern_gaps(const facts::Host& host, std::optional<std::int64_t> hsts_max_age);
std::vector<facts::ProfileGap> intermediate_gaps(const facts::Host& host,
                                                 std::optional<std::int64_t> hsts_max_age);

}  // namespace veedor::tls
