// Where <meta http-equiv="refresh"> leads.
#pragma once

#include <optional>
#include <string_view>

namespace veedor::crawl {

// The URL in a refresh's content, as written: HTML Standard §4.2.5.3, "shared declarative refresh steps".
// Nothing when the content is no refresh or names no URL. The view lives as long as `content`.
std::optional<std::string_view> refresh_target(std::string_view content);

}  // namespace veedor::crawl
