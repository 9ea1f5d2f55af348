// Percent-encoding: the sets of URL Standard §1.3. All bytes beyond ASCII belong to every set.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace veedor::url {

enum class EncodeSet : std::uint8_t { c0_control, fragment, query, special_query, path, userinfo };

// Appends the UTF-8 `text` to `out` with the bytes of `set` percent-encoded.
void percent_encode(std::string& out, std::string_view text, EncodeSet set);
std::string percent_encode(std::string_view text, EncodeSet set);

}  // namespace veedor::url
