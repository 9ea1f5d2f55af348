#include "reports/json/json_tls_keys.h"

#include <charconv>
#include <functional>
#include <limits>
#include <map>

#include "scanner/facts/tls/suite.h"

namespace veedor::reports {
namespace {

std::string key_of(std::string_view name, std::uint32_t code) {
  if (!name.empty()) return std::string(name);
  std::string out = "0x";
  for (int shift = code > 0xFFFF ? 20 : 12; shift >= 0; shift -= 4)
    out += "0123456789ABCDEF"[code >> shift & 0xF];
  return out;
}

std::optional<std::uint32_t> code_of_hex(std::string_view key, std::uint32_t most) {
  if (!key.starts_with("0x")) return std::nullopt;
  key.remove_prefix(2);
  std::uint32_t code = 0;
  const auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), code, 16);
  if (error != std::errc() || end != key.data() + key.size() || code > most) return std::nullopt;
  return code;
}

std::optional<std::uint16_t> short_code_of_hex(std::string_view key) {
  const auto code = code_of_hex(key, std::numeric_limits<std::uint16_t>::max());
  return code ? std::optional(static_cast<std::uint16_t>(*code)) : std::nullopt;
}

// The facts name a scheme by its code only, so every code is asked once.
const std::map<std::string_view, std::uint16_t, std::less<>>& schemes() {
  static const auto all = [] {
    std::map<std::string_view, std::uint16_t, std::less<>> out;
    for (std::uint32_t code = 0; code <= std::numeric_limits<std::uint16_t>::max(); ++code) {
      const std::string_view name = facts::signature_scheme_name(static_cast<std::uint16_t>(code));
      if (!name.empty()) out.emplace(name, static_cast<std::uint16_t>(code));
    }
    return out;
  }();
  return all;
}

}  // namespace

std::string suite_key(std::uint32_t code) { return key_of(facts::suite_name(code), code); }
std::string group_key(std::uint16_t code) { return key_of(facts::group_name(code), code); }
std::string signature_scheme_key(std::uint16_t code) {
  return key_of(facts::signature_scheme_name(code), code);
}

std::optional<std::uint32_t> suite_of_key(std::string_view key) {
  if (const facts::Suite* suite = facts::find_suite(key)) return suite->code;
  return code_of_hex(key, 0xFFFFFF);
}

std::optional<std::uint16_t> group_of_key(std::string_view key) {
  if (const facts::Group* group = facts::find_group(key)) return group->code;
  return short_code_of_hex(key);
}

std::optional<std::uint16_t> signature_scheme_of_key(std::string_view key) {
  const auto found = schemes().find(key);
  return found != schemes().end() ? std::optional(found->second) : short_code_of_hex(key);
}

}  // namespace veedor::reports
