// How a reference on a page becomes a URL.
#include "scanner/facts/page.h"

namespace veedor::facts {

url::Url Page::base_of(const html::Document& document, const url::Url& url) {
  const std::string href = document.base_href();
  if (href.empty()) return url;
  // HTML Standard §4.2.3, "frozen base URL": a base that is no URL, or a data: or javascript: one, counts for
  // nothing.
  const Result<url::Url> base = url::Url::parse(href, url);
  const bool usable = base && base->scheme() != "data" && base->scheme() != "javascript";
  return usable ? *base : url;
}

Result<url::Url> Page::resolve(std::string_view reference) const { return url::Url::parse(reference, base_); }

}  // namespace veedor::facts
