// Header fields that hold a list, split as browsers split them.
#pragma once

#include <string_view>
#include <vector>

#include "scanner/facts/response.h"

namespace veedor::rules {

// The members of a comma-separated list, white space trimmed; a comma inside a quoted string does not
// separate (RFC 9110 §5.6.1). An empty value has one empty member.
std::vector<std::string_view> split_list(std::string_view value);

// Fetch Standard, "get, decode, and split": the members of all fields of that name, in order; empty when
// there is none. The views live as long as `headers`.
std::vector<std::string_view> list_values(const facts::Headers& headers, std::string_view name);

}  // namespace veedor::rules
