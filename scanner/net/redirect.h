// Where a redirect leads, and whether it may be followed.
#pragma once

#include <optional>
#include <string>

#include "scanner/net/transfer.h"

namespace veedor::net {

bool is_redirect(int status);  // RFC 9110 §15.4: the five that carry a Location to follow

struct NextHop {
  std::optional<url::Url> target;                         // nothing: it is not followed,
  facts::Outcome outcome = facts::Outcome::bad_redirect;  // for this reason
  std::string detail;
};

// `transfer.response` holds a redirect. Remembers where the transfer has been: a URL asked for again is a
// loop, except where a cookie not seen before was set in between, as sites do that first test whether cookies
// come back.
NextHop next_hop(Transfer& transfer, int max_redirects, const RedirectPolicy& policy);

}  // namespace veedor::net
