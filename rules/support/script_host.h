// What is known about hosts that serve scripts to other sites: which have done harm, and which of their
// addresses change their content.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "scanner/url/url.h"

namespace veedor::rules {

// A domain of an operator that has served malicious code, or a host below one.
bool is_compromised(std::string_view host);

// A network whose addresses name a version.
bool is_delivery_network(std::string_view host);
// What the URL asks such a network for instead of an exact version ("vue@3"); nothing where it is exact, no
// package is named, or the host is none of them.
std::optional<std::string> moving_version(const url::Url& url);

}  // namespace veedor::rules
