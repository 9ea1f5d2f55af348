// Redirects by RFC 9110 §10.2.2 and §15.4, bounded.
#include "scanner/net/redirect.h"

#include <string_view>
#include <vector>

#include "scanner/base/text.h"

namespace veedor::net {
namespace {

using facts::Outcome;

NextHop stop(Outcome outcome, std::string detail) { return {std::nullopt, outcome, std::move(detail)}; }

Result<url::Url> location(const Transfer& transfer) {
  const std::vector<std::string_view> values = transfer.response.headers.all("location");
  if (values.empty()) return Error{"the redirect has no Location"};
  for (std::string_view other : values) {
    if (other != values.front()) return Error{"the redirect has two different Locations"};
  }
  Result<url::Url> target = url::Url::parse(values.front(), transfer.url);
  if (!target || target->has_fragment() || !transfer.url.has_fragment()) return target;
  // RFC 9110 §10.2.2: a Location without a fragment inherits it.
  return url::Url::parse("#" + std::string(transfer.url.fragment()), *target);
}

// The state that decides what the next answer will be: the URL and the cookies gained on the way.
std::string visit(const Transfer& transfer, const url::Url& target) {
  return std::to_string(transfer.cookies_set.size()) + ' ' + target.without_fragment().href();
}

}  // namespace

bool is_redirect(int status) {
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

NextHop next_hop(Transfer& transfer, int max_redirects, const RedirectPolicy& policy) {
  transfer.visited.insert(visit(transfer, transfer.url));
  for (std::string_view cookie : transfer.response.headers.all("set-cookie")) {
    transfer.cookies_set.emplace(trim(cookie.substr(0, cookie.find(';'))));
  }
  const Result<url::Url> target = location(transfer);
  if (!target) return stop(Outcome::bad_redirect, target.error().message);
  if (!target->http_or_https()) {
    return stop(Outcome::bad_redirect, "the redirect leads to " + shorten(printable(target->display()), 300));
  }
  if (!transfer.visited.insert(visit(transfer, *target)).second) {
    return stop(Outcome::redirect_loop, "back to " + shorten(printable(target->display()), 300));
  }
  if (static_cast<int>(transfer.response.redirects.size()) >= max_redirects) {
    return stop(Outcome::too_many_redirects, "more than " + std::to_string(max_redirects));
  }
  if (policy) {
    if (const auto reason = policy(transfer.request.id, *target)) {
      return stop(*reason, "not followed to " + shorten(printable(target->display()), 300));
    }
  }
  return {*target, Outcome::read, {}};
}

}  // namespace veedor::net
