// Which of a page's references leave the browser without encryption.
#pragma once

#include <optional>
#include <string_view>

#include "scanner/facts/page.h"

namespace veedor::rules {

// Resolves many references of one page; only those that are not encrypted are parsed. Holds a reference to
// the page.
class PageReferences {
 public:
  explicit PageReferences(const facts::Page& page);

  // The URL, where a request for it travels as plain HTTP; nothing for https:, data:, mailto: and what is no
  // URL. The browser's own computer is no network (Secure Contexts §3.1), unless the page itself is served
  // from there.
  std::optional<url::Url> in_clear(std::string_view reference) const;

 private:
  const facts::Page& page_;
  bool clear_base_ = false;  // relative references resolve to plain HTTP
  bool local_page_ = false;
};

// localhost, 127.0.0.0/8 and ::1.
bool is_this_computer(const url::Url& url);

}  // namespace veedor::rules
