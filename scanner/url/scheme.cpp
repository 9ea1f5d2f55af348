// The special schemes of URL Standard §4.2 and their default ports.
#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "scanner/url/record.h"

namespace veedor::url {
namespace {

struct SpecialScheme {
  std::string_view name;
  std::optional<std::uint16_t> port;
};
constexpr std::array kSpecialSchemes = {
    SpecialScheme{"https", 443}, SpecialScheme{"http", 80}, SpecialScheme{"file", std::nullopt},
    SpecialScheme{"ftp", 21},    SpecialScheme{"ws", 80},   SpecialScheme{"wss", 443},
};

}  // namespace

bool is_special(std::string_view scheme) {
  return std::ranges::find(kSpecialSchemes, scheme, &SpecialScheme::name) != kSpecialSchemes.end();
}

std::optional<std::uint16_t> default_port(std::string_view scheme) {
  const auto* found = std::ranges::find(kSpecialSchemes, scheme, &SpecialScheme::name);
  return found == kSpecialSchemes.end() ? std::nullopt : found->port;
}

}  // namespace veedor::url
