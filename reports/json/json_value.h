// What the writers of scan.json share: the order of keys is kept, and no foreign byte gets through as a
// control.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "scanner/base/text.h"
#include "scanner/facts/host.h"

namespace veedor::reports {

using Json = nlohmann::ordered_json;

inline std::string inert(std::string_view text) { return printable(text); }

template <class Items, class Write>
Json list(const Items& items, Write write) {
  Json out = Json::array();
  for (const auto& item : items) out.push_back(write(item));
  return out;
}

inline Json texts(const std::vector<std::string>& items) {
  return list(items, [](const std::string& item) { return inert(item); });
}

// Parts of a host; see the schema for each member.
Json write(const facts::Tls& tls);
Json write(const facts::Certificate& certificate);
Json write(const facts::TlsGrade& grade);
Json write(const facts::Dns& dns);

}  // namespace veedor::reports
