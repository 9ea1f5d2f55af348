// Whether a cookie's name says that it stands for a signed-in person or a session.
#pragma once

#include <string>
#include <string_view>

#include "rules/support/set_cookie.h"

namespace veedor::rules {

// By the names that frameworks give, and by words such as "session" and "auth" where the value looks like a
// secret. Tokens against forged requests are none: scripts must be able to read them.
bool is_session_cookie(const SetCookie& cookie);

// The name, printable and short, with the part that changes from visitor to visitor as "*":
// "ASPSESSIONIDQQRTBC" is "ASPSESSIONID*".
std::string cookie_label(std::string_view name);

}  // namespace veedor::rules
