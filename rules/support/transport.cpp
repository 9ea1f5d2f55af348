// Which of a page's references leave the browser without encryption.
#include "rules/support/transport.h"

#include <algorithm>
#include <cstddef>

#include "scanner/base/text.h"

namespace veedor::rules {
namespace {

// "https" of "https://…" and "HTTPS:…"; "" for a relative reference.
std::string_view scheme_of(std::string_view reference) {
  const std::size_t end = reference.find_first_of(":/?#");
  if (end == std::string_view::npos || reference[end] != ':') return {};
  return reference.substr(0, end);
}

}  // namespace

PageReferences::PageReferences(const facts::Page& page)
    : page_(page), local_page_(is_this_computer(page.url())) {
  const auto base = page.resolve("");
  clear_base_ = base && base->scheme() == "http";
}

std::optional<url::Url> PageReferences::in_clear(std::string_view reference) const {
  reference = trim(reference);
  const std::string_view scheme = scheme_of(reference);
  const bool clear = scheme.empty() ? clear_base_ : ascii_iequals(scheme, "http");
  if (!clear) return std::nullopt;
  auto target = page_.resolve(reference);
  if (!target || target->scheme() != "http") return std::nullopt;
  if (is_this_computer(*target) && !local_page_) return std::nullopt;
  return *std::move(target);
}

bool is_this_computer(const url::Url& url) {
  const std::string_view host = url.host();
  if (url.host_kind() == url::HostKind::ipv4) return host.starts_with("127.");
  return host == "localhost" || host.ends_with(".localhost") || host == "[::1]";
}

}  // namespace veedor::rules
