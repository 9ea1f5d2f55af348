// Names of the elements that have one of some roles.
#pragma once

#include <initializer_list>
#include <string_view>

#include "rules/rule.h"

namespace veedor::rules {

// Fails those without a name, with the message `key` and the placeholders {element} and {role}. What nobody
// gets, and what a class says is hidden where style sheets are unread, is left out.
Verdicts fail_nameless(const facts::Page& page, std::initializer_list<std::string_view> roles,
                       std::string_view key);

}  // namespace veedor::rules
